/** The seven stages of the launch roadmap, in the order in which a launch goes through them. */
export const STAGES = [
  { id: 'audit', number: 1, title: 'Audit', goal: 'Find the launch blockers before anything is touched' },
  { id: 'edge', number: 2, title: 'Edge', goal: 'Make the public surface safe before traffic hits it' },
  { id: 'boundary', number: 3, title: 'Boundary', goal: 'Stop unauthorized access before the first customers try' },
  { id: 'secrets', number: 4, title: 'Secrets', goal: 'Remove the accidental exposure paths' },
  { id: 'deploy', number: 5, title: 'Deploy', goal: 'Ship without breaking sign-up or transactions' },
  { id: 'monitor', number: 6, title: 'Monitor', goal: 'Know about failures before customers do' },
  { id: 'handover', number: 7, title: 'Handover', goal: 'Keep it maintainable after the sprint ends' },
] as const;

export type StageId = (typeof STAGES)[number]['id'];

export const isStageId = (value: string): value is StageId => STAGES.some((stage) => stage.id === value);
