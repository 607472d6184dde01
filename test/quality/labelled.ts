/** Sentences labelled by hand before the check was written; measured.ts holds every third of a language out from tuning. */

/** What a careful negotiator finds in a text: `w`ho, `a`ction, `t`ime, `m`easure, and `v`ague wording. */
export type Labels = string;

/** The eleven recommendations of June 2017, by id in shared/data/meeting2017.json. */
export const recommendations: Record<string, Labels> = {
  'can-p1-r1': 'atv',
  'can-p1-r2': 'wa',
  'can-p1-r3': 'wav',
  'can-p2-r1': 'wa',
  'can-p2-r2': 'wav',
  'can-p2-r3': 'a',
  'can-p3-r1': 'wav',
  'can-p3-r2': 'wav',
  'can-p3-r3': 'wav',
  'can-p4-r1': 'av',
  'can-p4-r2': 'wav',
};

const en: [Labels, string][] = [
  ['wat', 'Member States will publish their visa fees online by 31 December 2019.'],
  ['v', 'Cooperation should be strengthened.'],
  ['watm', 'IOM trains at least two border officers in each participating State by 2020.'],
  ['wv', 'Member States should consider ways to promote regular migration.'],
  ['wa', 'Governments shall issue identity documents to their nationals abroad.'],
  ['', 'Some 258 million people lived outside their country of birth in 2017.'],
  ['am', 'Reduce the cost of remittances to less than 3 per cent.'],
  ['watm', 'Within two years, each ministry of labour reports the number of recruitment licences withdrawn.'],
  ['', 'Recalling resolution 71/1 of 19 September 2016,'],
  ['at', 'A joint register of recruiters is set up no later than June 2021.'],
  ['wv', 'States are encouraged to enhance international cooperation.'],
  ['wam', 'Canada and Ghana open one joint information centre in every region.'],
  ['v', 'It is important to promote a better understanding of migration in all its dimensions.'],
  ['wat', 'The Secretary-General shall submit a report to the General Assembly at its seventy-fifth session.'],
  ['am', 'Include basic questions on migration in national censuses, measured by indicator 10.7.2.'],
  ['watm', 'By 2022, UNICEF and national authorities end the detention of children, as shown by a rate of zero.'],
  ['wv', 'Strengthen, where appropriate, the capacity of national authorities.'],
  ['at', 'A hotline must be established within six months.'],
  ['wat', 'The European Union will strengthen its support and finance 40 consular posts before the end of 2020.'],
  ['v', 'Further efforts to address the root causes of displacement are needed.'],
  ['', 'We thank the panelists for the concrete examples that they shared this morning.'],
];

const fr: [Labels, string][] = [
  ['wat', 'Les États Membres publient les frais de visa en ligne d’ici à 2020.'],
  ['v', 'La coopération devrait être renforcée.'],
  ['watm', 'L’OIM forme au moins deux agents aux frontières dans chaque État avant fin 2020.'],
  ['wv', 'Les gouvernements devraient envisager de promouvoir les migrations régulières.'],
  ['wa', 'Les autorités consulaires délivrent des documents d’identité à leurs ressortissants.'],
  ['', 'Quelque 258 millions de personnes vivaient hors de leur pays de naissance en 2017.'],
  ['am', 'Réduire le coût des envois de fonds à moins de 3 pour cent.'],
  ['watm', 'Dans un délai de deux ans, chaque ministère du travail communique le nombre de licences retirées.'],
  ['', 'Rappelant la résolution 71/1 du 19 septembre 2016,'],
  ['at', 'Un registre commun des recruteurs est créé au plus tard en juin 2021.'],
  ['wv', 'Les États sont encouragés à améliorer la coopération internationale.'],
  ['wam', 'Le Canada et le Ghana ouvrent un centre d’information dans chaque région.'],
  ['v', 'Il importe de favoriser une meilleure compréhension des migrations.'],
  ['wat', 'Le Secrétaire général présente un rapport à l’Assemblée générale à sa soixante-quinzième session.'],
  ['am', 'Inclure des questions sur les migrations dans les recensements, selon l’indicateur 10.7.2.'],
  ['v', 'De nouveaux efforts sont nécessaires pour lutter contre les causes profondes des déplacements.'],
  ['at', 'Une ligne d’assistance doit être mise en place dans les six mois.'],
  ['', 'Nous remercions les experts de leurs exposés.'],
];

const es: [Labels, string][] = [
  ['wat', 'Los Estados Miembros publicarán las tasas de visado en línea a más tardar en 2020.'],
  ['v', 'Se debería fortalecer la cooperación.'],
  ['watm', 'La OIM capacita al menos a dos agentes fronterizos en cada Estado antes de 2020.'],
  ['wv', 'Los gobiernos deberían considerar la posibilidad de promover la migración regular.'],
  ['wa', 'Las autoridades consulares expedirán documentos de identidad a sus nacionales.'],
  ['', 'Unos 258 millones de personas vivían fuera de su país de nacimiento en 2017.'],
  ['am', 'Reducir el costo de las remesas a menos del 3 por ciento.'],
  ['watm', 'En un plazo de dos años, cada ministerio de trabajo comunica el número de licencias retiradas.'],
  ['', 'Recordando la resolución 71/1, de 19 de septiembre de 2016,'],
  ['at', 'Se creará un registro común de reclutadores a más tardar en junio de 2021.'],
  ['wv', 'Se alienta a los Estados a que mejoren la cooperación internacional.'],
  ['wam', 'El Canadá y Ghana abren un centro de información en cada región.'],
  ['v', 'Es importante fomentar una mejor comprensión de la migración.'],
  [
    'wat',
    'El Secretario General presentará un informe a la Asamblea General en su septuagésimo quinto período de sesiones.',
  ],
  ['am', 'Incluir preguntas sobre migración en los censos, según el indicador 10.7.2.'],
  ['v', 'Se necesitan más esfuerzos para abordar las causas profundas de los desplazamientos.'],
  ['at', 'Debe establecerse una línea de ayuda en el plazo de seis meses.'],
  ['', 'Damos las gracias a los panelistas por sus ejemplos.'],
  ['wa', 'Los consulados registrarán los nacimientos en el extranjero.'],
  ['v', 'Conviene impulsar alianzas más sólidas.'],
  ['at', 'Hay que suprimir el cobro de comisiones antes de 2023.'],
];

export const sentences = { en, fr, es };
