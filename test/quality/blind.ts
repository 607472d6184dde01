/**
 * Sentences in the manner of outcome documents, written and labelled from the definition alone (someone, does something,
 * by some time, and one can tell whether it happened) before their author read the word lists or the check.
 *
 * Where the definition leaves a choice: a sentence that tells and asks for nothing has no labels; "we" is someone, "the
 * international community" and "stakeholders" are nobody; a verb such as "strengthen" with actor, object and date is not
 * vague; "are invited to" is not vague before an act that one can see; "consider" is, whatever follows; how often or how
 * fast something is done each time is no time by which it is done.
 *
 * First measured, with lists that nobody had changed for it, precision and recall were
 *
 *         who        what       when       measure    vague
 *     en  1.00 0.75  1.00 0.64  1.00 0.58  0.75 0.86  0.88 0.70
 *     fr  1.00 0.73  1.00 0.55  1.00 0.67  1.00 0.33  0.80 0.67
 *     es  1.00 0.73  1.00 0.36  1.00 0.50  0.67 0.67  0.83 0.83
 *
 * Then the author of this set widened the lists from the general vocabulary of such documents: the set's misses were
 * never listed, but its sentences were known. It is not blind any more; for a new verdict, have new sentences labelled.
 */
import type { Labels } from './labelled.ts';

const en: [Labels, string][] = [
  [
    'wat',
    'By 2030, all countries of destination shall have abolished the detention of children for their migration status.',
  ],
  [
    'watm',
    'The share of work permits issued within thirty days is to be raised from 40 to 80 per cent by labour ministries before the end of 2022.',
  ],
  [
    'wv',
    'Member States are invited to enhance, as appropriate, their cooperation on safe, orderly and regular migration.',
  ],
  ['wa', 'Member States are invited to submit to the secretariat the text of their bilateral labour agreements.'],
  ['v', 'The strengthening of partnerships at all levels remains of paramount importance.'],
  ['am', 'Indicator 10.7.1: the recruitment cost borne by an employee is brought down to one month of income.'],
  [
    'wat',
    'The International Labour Organization strengthens its Fair Recruitment database with the licences of all registered agencies by June 2021.',
  ],
  ['v', 'Greater attention should be paid to the root causes of irregular migration.'],
  [
    'wat',
    'UNODC and INTERPOL will open a joint desk for the exchange of data on smuggling networks in the first quarter of 2020.',
  ],
  ['wv', 'We commit to promoting a holistic and people-centred approach to human mobility.'],
  [
    'at',
    'A hotline for domestic workers, staffed in four languages, is to be established within eighteen months of the adoption of this document.',
  ],
  ['', 'Deeply concerned at the number of migrants who have lost their lives at sea,'],
  [
    'watm',
    'Consulates shall by the end of 2020 answer nine out of ten requests for travel documents within fifteen working days.',
  ],
  [
    'wav',
    'Local authorities, in consultation with civil society, should adopt integration plans and foster a culture of tolerance.',
  ],
  ['wa', 'Employers are prohibited from retaining the passports of migrant workers.'],
  ['v', 'The international community must redouble its efforts to tackle xenophobia.'],
  ['wat', 'Prior to the next session of the Forum, the Co-Chairs shall circulate a list of national focal points.'],
  [
    'wam',
    'Airlines and ferry operators train not fewer than 500 crew members a year in recognising victims of trafficking.',
  ],
  ['atm', 'Reduce, by 2030, to less than 3 per cent the transaction costs of migrant remittances.'],
  ['v', 'Consideration could be given to exploring possible synergies among existing mechanisms.'],
  ['wa', 'It is recommended that parliaments ratify the Protocol against the Smuggling of Migrants.'],
  [
    'wat',
    'The Secretary-General is requested to report to the General Assembly at its seventy-fifth session on the implementation of the present resolution.',
  ],
  ['v', 'Stakeholders are encouraged to take all necessary measures to address these challenges.'],
  ['', 'In 2015 the number of detected victims of trafficking was 40 per cent higher than in 2010.'],
  ['wa', 'Border guards shall refer every unaccompanied child to the child protection service.'],
  [
    'watm',
    'From 1 January 2021 onwards, participating States publish each year the number of removal orders issued, disaggregated by sex and age.',
  ],
  ['a', 'Visas for seasonal workers to be valid for several entries.'],
  ['wav', 'States that have not yet done so should consider ratifying the Convention on Domestic Workers.'],
  [
    'wv',
    'Governments will continue to work towards more coherent policies, where possible and in line with national priorities.',
  ],
  [
    'wat',
    'Within the next two years the African Union Commission, together with the regional economic communities, drafts a model agreement on the portability of pensions.',
  ],
  [
    'wam',
    'Police academies add one module on hate crime to the curriculum; progress is measured by the proportion of cadets who pass it.',
  ],
  ['at', 'Fees charged to migrant workers for recruitment are to be outlawed no later than 2023.'],
];

const fr: [Labels, string][] = [
  ['wat', 'D’ici à 2030, les pays de destination mettent fin à la rétention des enfants migrants.'],
  ['wv', 'Les États Membres sont invités à renforcer, selon qu’il convient, leur coopération.'],
  ['wa', 'Les États Membres sont invités à communiquer au secrétariat le texte de leurs accords bilatéraux.'],
  ['v', 'Il convient d’accorder une attention accrue aux causes profondes des déplacements.'],
  ['at', 'Un guichet unique pour les travailleurs saisonniers doit être ouvert avant la fin de l’année 2022.'],
  ['watm', 'Les ministères du travail portent de 200 à 400 le nombre d’inspecteurs d’ici à décembre 2022.'],
  ['', 'Constatant avec préoccupation que plus de 5 000 migrants ont péri en Méditerranée en 2016,'],
  ['am', 'Ramener à moins de 3 % le coût des envois de fonds des migrants.'],
  ['v', 'La promotion d’une approche globale et équilibrée demeure essentielle.'],
  ['wa', 'Il est interdit aux employeurs de confisquer les passeports des travailleurs migrants.'],
  [
    'wat',
    'Le Secrétaire général est prié de présenter un rapport à l’Assemblée générale à sa soixante-quinzième session.',
  ],
  [
    'wat',
    'Dans un délai de dix-huit mois, le HCR et l’OIM élaborent un formulaire commun d’orientation des victimes de la traite.',
  ],
  ['wav', 'Les municipalités ouvrent des cours de langue et favorisent le vivre-ensemble.'],
  [
    'wat',
    'L’Organisation internationale du Travail renforce sa base de données sur le recrutement équitable en y versant, avant juin 2021, les licences de toutes les agences agréées.',
  ],
  ['wv', 'Nous nous efforcerons de promouvoir le dialogue entre toutes les parties prenantes.'],
  ['wam', 'Chaque consulat traite neuf demandes sur dix en moins de quinze jours ouvrables.'],
  ['v', 'Il pourrait être envisagé d’étudier les synergies possibles entre les mécanismes existants.'],
];

const es: [Labels, string][] = [
  ['wat', 'De aquí a 2030, los países de destino pondrán fin a la detención de niños por su condición migratoria.'],
  ['wv', 'Se invita a los Estados Miembros a que fortalezcan, según proceda, su cooperación.'],
  [
    'wa',
    'Se invita a los Estados Miembros a que remitan a la secretaría el texto de sus acuerdos laborales bilaterales.',
  ],
  ['v', 'Debería prestarse mayor atención a las causas profundas de la migración irregular.'],
  ['at', 'Se establecerá una línea telefónica para las trabajadoras domésticas a más tardar en junio de 2021.'],
  ['watm', 'Para finales de 2022, los ministerios de trabajo aumentarán de 200 a 400 el número de inspectores.'],
  ['', 'Observando con preocupación el número de migrantes que han perdido la vida en el mar,'],
  ['am', 'Reducir a menos del 3 % el costo de las remesas.'],
  ['v', 'El fortalecimiento de las alianzas en todos los niveles sigue siendo fundamental.'],
  ['wa', 'Los empleadores no podrán retener los pasaportes de los trabajadores migrantes.'],
  [
    'wat',
    'Se solicita al Secretario General que presente un informe a la Asamblea General en su septuagésimo quinto período de sesiones.',
  ],
  [
    'wat',
    'En un plazo de dieciocho meses, el ACNUR y la OIM elaborarán un formulario común de remisión de víctimas de la trata.',
  ],
  ['wav', 'Los municipios abrirán cursos de idiomas y fomentarán la convivencia.'],
  [
    'wat',
    'La Organización Internacional del Trabajo fortalecerá, antes de junio de 2021, su base de datos de contratación equitativa con las licencias de todas las agencias registradas.',
  ],
  ['wv', 'Procuraremos promover un diálogo inclusivo con todas las partes interesadas.'],
  ['wam', 'Cada consulado resolverá nueve de cada diez solicitudes en quince días hábiles.'],
  ['v', 'Podría considerarse la posibilidad de estudiar sinergias entre los mecanismos existentes.'],
  ['', 'En 2015 había en el mundo 244 millones de migrantes internacionales.'],
];

export const blind: Record<string, [Labels, string][]> = { en, fr, es };
