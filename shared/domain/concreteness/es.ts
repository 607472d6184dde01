import type { WordLists } from '../concreteness.ts';
import { stateNames } from './stateNames.ts';
import { wordings } from './wordings.ts';

/** The Spanish lists. */
export const es: WordLists = {
  common: wordings(`
    el | la | los | las | de | del | y | a | al | en | un | una | que | se | su | sus | por | para | con | es | son |
    no | más | lo | debería | deberían | debe | hay | o | como | entre | cada | sobre | este | esta | ante | sin |
    deben | ha | han | desde | hasta | muy | todos | todas | ser | e | les | mediante
  `),
  months: wordings(`
    enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre
  `),
  numbers: wordings(`
    un | una | uno | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | doce | veinte | once | trece |
    catorce | quince | dieciséis | diecisiete | dieciocho | diecinueve | treinta | cuarenta | cincuenta | sesenta |
    setenta | ochenta | noventa | cien | ciento
  `),
  openings: wordings(`
    recordando | recordando también | reconociendo | reafirmando | observando | observando con | tomando nota |
    acogiendo con | destacando | subrayando | poniendo de relieve | considerando | consciente* | teniendo presente |
    teniendo en cuenta | habiendo examinado | convencid* | guiad* | guiándose | preocupad* |
    profundamente preocupad* | gravemente preocupad* | seriamente preocupad* | expresando | afirmando | alarmad* |
    alentad* | deseos* | decidid* | resuelt* | inspirad* | haciendo hincapié | encomiando | advirtiendo | lamentando |
    constatando | sabiendo
  `),
  actors: [
    ...wordings(`
    estados | estado | estados miembros | gobiernos | gobierno | autoridades | ministerio* | parlamento* |
    municipios | ciudades | empleadores | sindicatos | sociedad civil | sector privado | donantes | consulados |
    embajadas | secretario general | asamblea general | secretaría | naciones unidas | unión africana | oim | acnur |
    oit | unodc | ocde | unicef | pnud | oms | banco mundial | países | cada país | país anfitrión |
    países de destino | países de origen | países de tránsito | países de acogida | copresident* | presidente |
    presidenta | presidencia | relator* especia* | representante* especia* | alto comisionado | alta comisionada |
    director general | directora general | tribunales | jueces | fiscales | fiscalía* | policía | guardias fronteri* |
    guardia de fronteras | fuerzas del orden | inspección de trabajo | inspección del trabajo |
    inspectores de trabajo | inspectores del trabajo | consulado | embajada | oficinas consulares |
    misiones diplomáticas | empleador | empresas |  agencias de contratación | agencias de empleo |
    bancos | aerolíneas | líneas aéreas | transportistas | universidades | escuelas | hospitales | alcaldes |
    alcaldías | ayuntamientos | autoridades locales | autoridades nacionales | defensor* del pueblo | defensorías |
    instituciones nacionales de derechos | organizaciones no gubernamentales | ong |
    organizaciones de la sociedad civil | organizaciones internacionales | organizaciones regionales |
    organización internacional | asociaciones de migrantes | cámaras de comercio | cruz roja | media luna roja |
    cicr | interpol | europol | frontex | acnudh | unctad | unesco | unfpa | omc | fao | fmi | mercosur | osce |
    consejo de europa | organización de los estados americanos | comunidades económicas regionales |
    grupo de trabajo | equipo de tareas | partes en | interlocutores sociales | poderes públicos |
    servicios consulares | instituciones | organismos | nos comprometemos | signatarios
  `),
    ...stateNames.es,
  ],
  actions: wordings(`
    public* | expedi* | expid* | capacit* | comunic* | presentar* | presenta | presentan | recopil* | establecer* |
    establece | establecen | establecido | abr* | reducir* | reduce | reducen | inclui* | incluy* | poner fin |
    ponen fin | financi* | crear* | crea | crean | registrar* | registra | registran | adopt* | ratific* | suprim* |
    nombrar* | lanzar* | poner en marcha | firmar* | firma | firman | traduc* | derog* | organiz* | integrar* |
    abol* | asignar* | asigna | asignan | asignen | enmendar* | enmienda | enmiendan | aprobar* | aprueb* |
    autorizar* | autoriza | autorizan | autoric* | codific* | compilar* | compila | compilan | concluir* | concluy* |
    conceder* | concede | conceden | concedan | convocar* | convoca | convocan | convoqu* | construir* | construy* |
    designar* | designa | designan | designen | difundir* | difunde | difunden | difundan | distribuir* | distribuy* |
    elaborar* | elabora | elaboran | elaboren | eliminar* | elimina | eliminan | eliminen | emitir* | emite | emiten |
    emitan | enviar* | envía | envían | envíen | eximir* | exime | eximen | formará* | fijar* | inscrib* |
    instaurar* | instaura | instauran | inspeccionar* | introducir* | introduce | introducen | introduzc* |
    investigar* | investiga | investigan | investiguen | negociar* | negocia | negocian | negocien | notificar* |
    notifica | notifican | notifiqu* | otorg* | pagar* | paga | pagan | paguen | penalizar* | prohíb* | prohib* |
    prorrog* | publiqu* | ratifiqu* | establezc* | reduzc* | presenten | presente un | registren | creen un | creen una |
    reembols* | regulariz* | regularic* | remit* | rendir cuentas | rinden cuentas | rindan cuentas | retirar* |
    retira | retiran | retiren | sancionar* | sanciona | sancionan | someter* | somete | someten | sometan |
    suspender* | suspende | suspenden | suspendan | transmit* | traslad* | verificar* | verifica | verifican |
    verifiqu* | pondr* fin | pongan fin | ponga fin | pone fin | poner término | pondr* en marcha | pone en marcha |
    ponen en marcha | pongan en marcha | poner en práctica | aplicar* | aplica | aplican | apliqu* | incorporar* |
    incorpora | incorporan | incorporen | redactar* | redacta | redactan | redacten | contratar* | contrata |
    contratan | contraten | entregar* | entrega | entregan | entreguen | equipar* | equipa | equipan | instalar* |
    instala | instalan | instalen | firmen | tramitar* | despleg* | despliegu* | lanza | lanzan | lancen | nombra |
    nombran | nombren | integra | integran | reunir* | reúne | reúnen | derivar* | deriva | derivan
  `),
  deadlines: wordings(`
    a más tardar | para <year> | para fines de <year> | antes de <year> | antes de fines de <year> |
    antes de que termine <year> | antes del <n> de <month> | en un plazo de | en el plazo de | dentro de <n> años |
    dentro de <n> meses | en su <any> período de sesiones | en su <any> <any> período de sesiones |
    en su próximo período de sesiones | cada año | todos los años | cada <n> años | a partir de <year> |
    de aquí a <year> | de aquí a fines de <year> | de aquí a finales de <year> | para el año <year> |
    para <month> de <year> | para el <n> de <month> de <year> | para finales de <year> | para fin de <year> |
    para el final de <year> | para principios de <year> | para mediados de <year> | antes de <month> de <year> |
    antes de <month> | antes de finales de <year> | antes del final de <year> | antes del fin de <year> |
    antes de finalizar <year> | antes de que finalice <year> | antes de que termine el año |
    antes de que finalice el año | antes de fin de año | antes del próximo | antes de su próximo |
    antes de la próxima | a finales de <year> | a fines de <year> | hasta <year> | hasta <month> de <year> |
    no más tarde de | no más tarde del | en los próximos <n> años | en los próximos <n> meses | en el próximo año |
    en un plazo máximo de | en el transcurso de <year> | durante <year> | en el plazo máximo de |
    dentro del plazo de | en el <any> trimestre de <year> | en el <any> semestre de <year> | dentro de un año |
    dentro de los próximos <n> | dentro de los <n> meses | dentro de los <n> años | a partir del <n> de <month> |
    a partir de <month> de <year> | desde <year> | anualmente | una vez al año | dos veces al año |
    el <n> de <month> de <year>
  `),
  measures: wordings(`
    <n> por ciento | <n> % | al menos <n> | al menos a <n> | por lo menos <n> | a lo sumo <n> | menos de <n> |
    menos del <n> | en cada <any> | número de | proporción de | tasa de | porcentaje de | indicador* | <code> |
    <n> de cada <n> | umbral | línea de base | no menos de <n> | no más de <n> | más del <n> % | como mínimo <n> |
    como máximo <n> | un mínimo de <n> | de <n> a <n> | del <n> % al <n> | un <n> % | al <n> % |
     el porcentaje |  medid* por | medid* mediante | a la mitad |
    la mitad de | un tercio de | dos tercios de | duplicar* | duplique* | triplicar* | valor de referencia |
    meta de <n> | cuota* | en cada uno de | uno de cada <n>
  `),
  vague: wordings(`
    fortalec* | fortalez* | promov* | promuev* | consider* | alent* | alient* | mejorar* | mejore* | mejora |
    foment* | facilit* | apoy* | explorar* | estudiar* | abordar* | impuls* | reforzar* | refuer* | más esfuerzos |
    reafirm* | subray* | según proceda | cuando proceda | promoción | intensific* | intensifiqu* | consolid* |
    profundiz* | profundic* | contribu* a | sensibiliz* | velar por | velen por | velarán por | esforz* | esfuerc* |
    esfuerz* | redobl* | en la medida de lo posible | cuando sea posible | de ser posible | si es posible |
    según corresponda | según sea necesario | cuando sea necesario | si procede | en su caso |
    todas las medidas necesarias | medidas necesarias | medidas apropiadas | medidas adecuadas | mayor atención |
    debida atención | especial atención | particular atención | prestar atención | tener en cuenta |
    tomar en consideración | aprovech* | procur* | favorec* | favorezc* | potenci* | propici* | sinergias |
    la posibilidad de | enfoque integral | enfoque equilibrado | enfoque holístico | combat* | hacer frente |
    hagan frente | seguir trabajando | cooperar | cooperen | colaborar | colaboren | desempeñ* un papel |
    papel clave | de conformidad con las prioridades nacionales | transversaliz* | empoder* | estimul* | optimiz* |
    maximiz* | encar* | aborden | reflexion* | estudien | examinar la posibilidad
  `),
};
