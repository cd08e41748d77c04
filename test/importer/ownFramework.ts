/** A team's own framework, and a report that only this framework knows. */
export const harbours = {
  framework: JSON.stringify({
    id: 'harbours',
    extends: 'generic',
    title: 'Inspections of harbours',
    sections: ['Piers and quays', 'Pilots and tugs', 'Lights and buoys', 'Cranes and sheds'].map(title => ({
      role: title.split(' ')[0]!.toLowerCase(),
      titles: [title],
    })),
  }),
  report: `Harbour of Anytown

Piers and quays

They stand.

Pilots and tugs

They are at hand.

Lights and buoys

They burn.

Cranes and sheds

They are in use.
`,
};
