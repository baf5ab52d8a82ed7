/** What is measured: the documents as a client sends them. `shape` names how the floor makes the same answer. */
export const operationsOf = (world) => ({
  page: {
    title: 'page of 20 tickets with unit and customer',
    shape: 'page',
    body: JSON.stringify({
      query: `query Page { tickets(first: 20) { nodes { id number phase subject reportedAt unit { id code } customer { id name } } } }`,
    }),
    freshIdOf: () => null,
    isOf: (waves) => waves.flat().some(({ text }) => /from "ticket"/.test(text)),
  },
  report: {
    title: 'reportRepair',
    shape: 'report',
    body: JSON.stringify({
      query: `mutation Report($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number stage version } cursor } }`,
      variables: {
        input: {
          estateId: world.estateId,
          unitId: world.unitId,
          customerId: world.customerId,
          channel: 'PHONE',
          urgency: 'ORDINARY',
          subject: '厨房水管漏水',
          description: '水槽下方的水管一直滴水，请尽快安排师傅上门。',
        },
      },
    }),
    freshIdOf: (answer) => answer.data.reportRepair.repair.id,
    isOf: (waves) => waves.flat().some(({ text }) => /(into|from) "ticket"/.test(text)),
  },
});
