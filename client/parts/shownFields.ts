/** The fields in the order of the form, a reason why one does not apply behind it. */
export const shownFields = [
  ...(['lead', 'partners', 'horizon', 'measures', 'noMeasure', 'noDisaggregation', 'targets', 'objectives'] as const),
  ...(['noAlignment', 'instruments', 'gap', 'noInstrument', 'means', 'paragraph'] as const),
];
export type ShownField = (typeof shownFields)[number];

export const fieldLabels = {
  lead: 'parts.fields.lead',
  partners: 'parts.fields.partners',
  horizon: 'parts.fields.horizon',
  measures: 'parts.fields.measure',
  noMeasure: 'parts.fields.measure',
  noDisaggregation: 'fields.anchor.disaggregation',
  targets: 'parts.fields.targets',
  objectives: 'parts.fields.objectives',
  noAlignment: 'fields.anchor.alignment',
  instruments: 'parts.fields.instruments',
  gap: 'parts.fields.gap',
  noInstrument: 'fields.anchor.instruments',
  means: 'parts.fields.means',
  paragraph: 'parts.fields.paragraph',
} as const satisfies Record<ShownField, string>;
