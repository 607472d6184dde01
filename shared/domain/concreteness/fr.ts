import type { WordLists } from '../concreteness.ts';
import { stateNames } from './stateNames.ts';
import { wordings } from './wordings.ts';

/** The French lists. */
export const fr: WordLists = {
  common: wordings(`
    le | la | les | l' | des | de | du | d' | et | un | une | en | à | au | aux | dans | que | qui | est | sont |
    par | pour | sur | leur | leurs | son | sa | ses | se | ce | ces | nous | il | devrait | devraient | ou | ne |
    pas | n' | s' | qu' | avec | doit | doivent | cette | entre | ont | a | tous | toutes | ainsi | être | chaque |
    sans
  `),
  months: wordings(`
    janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | décembre
  `),
  numbers: wordings(`
    un | une | deux | trois | quatre | cinq | six | sept | huit | neuf | dix | douze | vingt | onze | treize |
    quatorze | quinze | seize | dix-sept | dix-huit | dix-neuf | trente | quarante | cinquante | soixante |
    quatre-vingts | cent | cents
  `),
  openings: wordings(`
    rappelant | rappelant également | reconnaissant | réaffirmant | notant | notant avec | constatant |
    constatant avec | se félicitant | soulignant | considérant | conscient* | ayant à l' esprit | ayant examiné |
    tenant compte | prenant note | prenant acte | convaincu* | guidé* | préoccupé* | profondément préoccupé* |
    gravement préoccupé* | vivement préoccupé* | se déclarant préoccupé* | exprimant | affirmant | alarmé* |
    insistant | sachant | observant | désireu* | résolu* | déterminé* | rendant hommage | saluant | s' inspirant |
    ayant présent
  `),
  actors: [
    ...wordings(`
    états | état | états membres | gouvernements | gouvernement | autorités | ministère* | parlement* |
    municipalités | villes | employeurs | syndicats | société civile | secteur privé | donateurs | consulats |
    ambassades | secrétaire général | assemblée générale | secrétariat | nations unies | union africaine | oim | hcr |
    oit | onudc | ocde | unicef | pnud | oms | banque mondiale | pays de destination | pays de transit |
    pays d' origine | pays d' accueil | pays hôte* | chaque pays | tous les pays | coprésident* | président* |
    rapporteur* spécia* | rapporteuse* spécia* | représentant* spécia* | haut-commissa* | haut commissa* |
    directeur général | directrice générale | tribunaux | juges | procureur* | police | gardes frontière* |
    garde-frontière* | forces de l' ordre | inspection du travail | inspecteur* du travail | consulat | ambassade |
    postes consulaires | missions diplomatiques | employeur | entreprises |  agences de recrutement |
    agences de placement | banques | compagnies aériennes | transporteurs | écoles | hôpitaux | maires | communes |
    collectivités locales | collectivités territoriales | autorités locales | autorités nationales | médiateur* |
    institutions nationales des droits | organisations non gouvernementales | ong |
    organisations de la société civile | organisations internationales | organisations régionales |
    organisation internationale | associations de migrants | associations de la diaspora | chambres de commerce |
    croix-rouge | croissant-rouge | cicr | interpol | europol | frontex | hcdh | cnuced | unesco | fnuap | omc | fao |
    fmi | cedeao | osce | conseil de l' europe | organisation des états américains |
    communautés économiques régionales | communauté internationale des états | groupe de travail | équipe spéciale |
    parties au | partenaires sociaux | pouvoirs publics | administration* | services consulaires |
    nous nous engageons | nous nous efforcerons | nous décidons | les signataires | institutions | organismes |
    université*
  `),
    ...stateNames.fr,
  ],
  actions: wordings(`
    publi* | délivr* | form | forme | forment | former | communiqu* | présente | présenter | présentent | présentera |
    soumet* | recueill* | établi | établir | établit | établissent | établie | ouvr* | rédui* | inclu* | met fin |
    mettre fin | mettent fin | financ* | cré* | enregistr* | adopt* | ratifi* | supprim* | nomm* | lance | lancer |
    lancent | mise en place | mettre en place | mettent en place | signe | signent | signer | tradui* | abrog* |
    organis* | intègr* | intégr* | aboli* | affect* la somme | alloue | allouent | allouer | allouera | alloueront |
    amende | amendent | amender | attribue | attribuent | attribuer | autorise | autorisent | autoriser | autorisera |
    autoriseront | bannir | codifi* | collecte | collectent | collecter | collecteront | compile | compilent |
    compiler | conclure | concluent | conclura | concluront | confie | confient | confier | convoque | convoquent |
    convoquer | construire | construisent | construira | construiront | désigne | désignent | désigner | désignera |
    désigneront | diffuse | diffusent | diffuser | diffusera | diffuseront | distribue | distribuent | distribuer |
    dote | dotent | doter | élabore | élaborent | élaborer | élaborera | élaboreront | élaboré* | élimine |
    éliminent | éliminer | éliminera | élimineront | embauche | embauchent | embaucher | exempte | exemptent |
    exempter | exonèr* | exonérer | formera | formeront | formé | formés | fixe un | fixent un | fixer un | inspecte |
    inspectent | inspecter | instaure | instaurent | instaurer | instaurera | institue | instituent | instituer |
    interdi* | inscri* | met à disposition | mettent à disposition | mettre à disposition | met en place |
    mettra en place | mettront en place | mis en place | mise en œuvre | met en œuvre | mettent en œuvre |
    mettre en œuvre | met un terme | mettent un terme | mettre un terme | mettra fin | mettront fin | négocie |
    négocient | négocier | notifi* | octroi* | octroy* | paie | paient | payer | paieront | pénalis* | présenteront |
    présenté | prolonge | prolongent | prolonger | recense | recensent | recenser | recrute | recrutent | recruter |
    recruteront | régularis* | rembours* | remplace | remplacent | remplacer | rend publi* | rendent publi* |
    rendre publi* | rend compte | rendent compte | rendre compte | retire | retirent | retirer | sanctionn* |
    signera | signeront | suspend | suspendent | suspendre | suspendra | suspendront | transmet | transmettent |
    transmettre | transmettra | transmettront | transpos* | vérifi* | verse | versent | verser | verseront | lancera |
    lanceront | établira | établiront | établis | introduire | introduisent | introduira | introduiront | incorpore |
    incorporent | incorporer | rédige | rédigent | rédiger | rédigeront | renvoie | orientent | déploie | déploient |
    déployer | équipe | équipent | équiper | installe | installent | installer | achève | achèvent | achever |
    dresse | dressent | dresser
  `),
  deadlines: wordings(`
    d' ici <year> | d' ici à <year> | d' ici à <month> <year> | d' ici fin <year> | d' ici la fin de <year> |
    d' ici <n> ans | d' ici <n> mois | avant <year> | avant fin <year> | avant la fin de <year> |
    avant le <n> <month> <year> | au plus tard | dans un délai de | dans les <n> mois | dans les <n> ans |
    dans un an | à sa <any> session | à sa prochaine session | chaque année | tous les ans | tous les <n> ans |
    à compter de <year> | à partir de <year> | d' ici au <n> <month> <year> | d' ici le <n> <month> <year> |
    d' ici <month> <year> | d' ici à fin <year> | d' ici à la fin de <year> | d' ici la fin de l' année |
    d' ici à la fin de l' année | d' ici à <n> ans | d' ici à <n> mois | d' ici un an | d' ici à un an |
    avant <month> <year> | avant <month> | avant le <n> <month> | avant la fin de l' année |
    avant la fin du mois de <month> | avant la fin du mois | avant sa prochaine | avant la prochaine |
    à l' horizon <year> | au cours de l' année <year> | courant <year> | au <any> trimestre <year> |
    au <any> trimestre de <year> | au <any> semestre <year> | au <any> semestre de <year> |
    dans les <n> prochaines années | dans les <n> prochains mois | dans les <n> années | dans les <n> jours |
    dans le délai de | dans un délai d' <any> | dans le mois | dans l' année | au cours des <n> prochaines années |
    au cours des <n> prochains mois | dès <year> | dès <month> <year> | à compter du <n> <month> <year> |
    à partir du <n> <month> <year> | à partir de <month> <year> | jusqu'en <year> | une fois par an |
    deux fois par an | annuellement | lors de sa <any> session | lors de sa prochaine session | en fin <year> |
    à la fin de <year> | fin <year> au
  `),
  measures: wordings(`
    <n> pour cent | <n> % | au moins <n> | au plus <n> | moins de <n> | dans chaque <any> | nombre de | part de |
    taux de | proportion de | indicateur* | <code> | <n> sur <n> | seuil | niveau de référence | pas moins de <n> |
    pas plus de <n> | plus de <n> % | au minimum <n> | au maximum <n> | un minimum de <n> | jusqu'à <n> |
    de <n> à <n> | nombre d' <any> | nombre des | part des | part d' <any> | taux d' <any> | proportion d' <any> |
    proportion des | pourcentage de | pourcentage d' <any> | pourcentage des |  mesuré* | de moitié |
    la moitié des | un tiers des | deux tiers des | doubler | doublé* | double le | tripler | ramen* à moins |
    valeur cible | objectif de <n> | quota* | dans chacun* | <n> pour mille
  `),
  vague: wordings(`
    renforc* | promouvoir | promeu* | promu* | envisag* | encourag* | amélior* | favoris* | facilit* | soutenir |
    soutien* | appuyer | appui* | lutter contre | nouveaux efforts | s' efforc* | réaffirm* | soulign* | s' attaquer |
    le cas échéant | s' il y a lieu | valoris* | accroî* | accroi* | intensifi* | consolid* | approfond* |
    contribu* à | sensibilis* | veiller à | veillent à | œuvr* | s' employ* | continu* de | continu* à |
    poursuiv* les efforts | poursuivre leurs efforts | redoubl* | efforc* | efforts | dans la mesure du possible |
    si possible | lorsque c' est possible | selon qu' il convient | selon les besoins | si nécessaire |
    en tant que de besoin | toutes les mesures nécessaires | mesures nécessaires | mesures appropriées |
    mesures voulues | attention accrue | attention voulue | attention particulière | prêter attention |
    prendre en considération | prendre en compte | tenir compte | tiennent compte | promotion |
    examiner la possibilité | la possibilité de | tirer parti | tirer profit | mettre à profit |
    exploiter le potentiel | jou* un rôle | rôle clé | approche globale | approche équilibrée | approche holistique |
    synergies | stimul* | optimis* | dynamis* | encadr* | remédi* | combatt* | faire face | coopérer | coopèrent |
    collaborer | collaborent | accompagn* | conformément aux priorités nationales |
    compte tenu des priorités nationales | transversalis* | autonomis* | garanti* le plein | rester attach* |
    réfléchi* | étudi* | explor*
  `),
};
