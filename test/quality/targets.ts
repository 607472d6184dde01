/**
 * Targets of Agenda 2030: sentences of others, labelled by the same definition before the check was run on them, and with
 * lists that nobody has changed for them since. They name no actor, so of "who" they say only where it is found wrongly.
 *
 * With the lists as they were before they were widened (see blind.ts), what differed was
 *
 *         what       when       measure
 *     en  1.00 0.55  1.00 1.00  1.00 1.00
 *     fr  0.67 0.33  1.00 1.00  1.00 0.75
 *     es  0.75 0.50     – 0.00  1.00 1.00
 */
import type { Labels } from './labelled.ts';

/** By code; the words are those of shared/data/sdg.json. */
export const targets: Record<string, Labels> = {
  '1.1': 'atm',
  '3.6': 'atm',
  '3.a': 'v',
  '5.2': 'a',
  '6.b': 'v',
  '8.6': 'atm',
  '8.7': 'atv',
  '8.8': 'v',
  '9.a': 'v',
  '10.2': 'tv',
  '10.7': 'v',
  '10.c': 'atm',
  '12.3': 'atm',
  '13.3': 'v',
  '14.5': 'atm',
  '16.2': 'a',
  '16.9': 'at',
  '16.a': 'v',
  '17.2': 'wam',
  '17.16': 'v',
  '17.18': 'tv',
};

export const translated: Record<string, [Labels, string][]> = {
  fr: [
    [
      'atm',
      'D’ici à 2030, éliminer complètement l’extrême pauvreté dans le monde entier (s’entend actuellement du fait de vivre avec moins de 1,25 dollar des États-Unis par jour)',
    ],
    [
      'v',
      'Faciliter la migration et la mobilité de façon ordonnée, sans danger, régulière et responsable, notamment par la mise en œuvre de politiques de migration planifiées et bien gérées',
    ],
    [
      'atm',
      'D’ici à 2030, faire baisser au-dessous de 3 pour cent les coûts de transaction des envois de fonds effectués par les migrants et éliminer les couloirs de transfert de fonds dont les coûts sont supérieurs à 5 pour cent',
    ],
    [
      'v',
      'Défendre les droits des travailleurs, promouvoir la sécurité sur le lieu de travail et assurer la protection de tous les travailleurs, y compris les migrants',
    ],
    ['at', 'D’ici à 2030, garantir à tous une identité juridique, notamment grâce à l’enregistrement des naissances'],
    [
      'a',
      'Mettre un terme à la maltraitance, à l’exploitation et à la traite, et à toutes les formes de violence et de torture dont sont victimes les enfants',
    ],
    [
      'tv',
      'D’ici à 2030, autonomiser toutes les personnes et favoriser leur intégration sociale, économique et politique',
    ],
    [
      'atm',
      'D’ici à 2020, diminuer de moitié à l’échelle mondiale le nombre de décès et de blessures dus à des accidents de la route',
    ],
    ['atm', 'D’ici à 2030, réduire de moitié à l’échelle mondiale le volume de déchets alimentaires par habitant'],
    [
      'v',
      'Améliorer l’éducation, la sensibilisation et les capacités individuelles et institutionnelles en ce qui concerne l’adaptation aux changements climatiques',
    ],
  ],
  es: [
    [
      'atm',
      'De aquí a 2030, erradicar para todas las personas y en todo el mundo la pobreza extrema (actualmente se considera que sufren pobreza extrema las personas que viven con menos de 1,25 dólares de los Estados Unidos al día)',
    ],
    [
      'v',
      'Facilitar la migración y la movilidad ordenadas, seguras, regulares y responsables de las personas, incluso mediante la aplicación de políticas migratorias planificadas y bien gestionadas',
    ],
    [
      'atm',
      'De aquí a 2030, reducir a menos del 3% los costos de transacción de las remesas de los migrantes y eliminar los corredores de remesas con un costo superior al 5%',
    ],
    [
      'v',
      'Proteger los derechos laborales y promover un entorno de trabajo seguro y sin riesgos para todos los trabajadores, incluidos los trabajadores migrantes',
    ],
    [
      'at',
      'De aquí a 2030, proporcionar acceso a una identidad jurídica para todos, en particular mediante el registro de nacimientos',
    ],
    ['a', 'Poner fin al maltrato, la explotación, la trata y todas las formas de violencia y tortura contra los niños'],
    ['tv', 'De aquí a 2030, potenciar y promover la inclusión social, económica y política de todas las personas'],
    [
      'atm',
      'De aquí a 2020, reducir a la mitad el número de muertes y lesiones causadas por accidentes de tráfico en el mundo',
    ],
    [
      'v',
      'Mejorar la educación, la sensibilización y la capacidad humana e institucional respecto del cambio climático',
    ],
    [
      'a',
      'Eliminar todas las formas de violencia contra todas las mujeres y las niñas en los ámbitos público y privado',
    ],
  ],
};
