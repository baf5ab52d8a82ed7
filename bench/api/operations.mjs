/** Stands for a fresh UUID in every request. */
export const FRESH = '00000000-0000-4000-8000-000000000000';

/**
 * What is measured: the documents as a client sends them. `shape` names how the floor makes the same answer; `peer` is
 * the same question to a schema that was made from the tables, where there is one.
 */
export const operationsOf = (world) => ({
  viewer: {
    title: 'viewer with roles and company',
    shape: 'viewer',
    body: JSON.stringify({
      query: `query Viewer { viewer { subjectId displayName roles { id role } company { id code name } } }`,
    }),
    peer: JSON.stringify({
      query: `query Viewer($company: UUID!, $staff: UUID!) { viewer: staffByCompanyIdAndRowId(companyId: $company, rowId: $staff) { id: rowId displayName roles: roleAssignmentsByCompanyIdAndStaffId { nodes { id: rowId role } } company: companyByCompanyId { id: rowId code name } } }`,
      variables: { company: world.companyId, staff: world.staffId },
    }),
    isOf: (waves) => waves.flat().some(({ text }) => /from "company"/.test(text)),
  },
  page: {
    title: 'page of 20 tickets with unit and customer',
    shape: 'page',
    body: JSON.stringify({
      query: `query Page { tickets(first: 20) { nodes { id number phase subject reportedAt unit { id code } customer { id name } } } }`,
    }),
    peer: JSON.stringify({
      query: `query Page($company: UUID!) { tickets: allTickets(first: 20, condition: { companyId: $company }, orderBy: [REPORTED_AT_DESC, ROW_ID_DESC]) { nodes { id: rowId number phase subject reportedAt unit: unitByCompanyIdAndUnitId { id: rowId code } customer: customerByCompanyIdAndCustomerId { id: rowId name } } } }`,
      variables: { company: world.companyId },
    }),
    isOf: (waves) => waves.flat().some(({ text }) => /from "ticket"/.test(text)),
  },
  ticket: {
    title: 'ticket with its timeline',
    shape: 'ticket',
    body: JSON.stringify({
      query: `query Ticket($id: ID!) { ticket(id: $id) { id number phase subject reportedAt version timeline(first: 20) { nodes { type occurredAt recordedAt version } } } }`,
      variables: { id: world.ticketId },
    }),
    peer: JSON.stringify({
      query: `query Ticket($company: UUID!, $id: UUID!) { ticket: ticketByCompanyIdAndRowId(companyId: $company, rowId: $id) { id: rowId number phase subject reportedAt version timeline: eventsByCompanyIdAndSubjectId(first: 20, condition: { subjectKind: "ticket" }, orderBy: [SEQ_ASC]) { nodes { type occurredAt recordedAt version: subjectVersion } } } }`,
      variables: { company: world.companyId, id: world.ticketId },
    }),
    isOf: (waves) => waves.flat().some(({ text }) => /from "ticket"/.test(text)),
  },
  estates: {
    title: '20 estates with their households',
    shape: 'estates',
    // The database answers some tens a second: behind 256, a request would wait longer than anybody may wait.
    mostConnections: 32,
    body: JSON.stringify({
      query: `query Estates { estates(first: 20) { nodes { id code name households occupiedHouseholds } } }`,
    }),
    peer: JSON.stringify({
      query: `query Estates($company: UUID!) { estates: allEstates(first: 20, condition: { companyId: $company }, orderBy: [CODE_ASC]) { nodes { id: rowId code name householdCounts { households occupied } } } }`,
      variables: { company: world.companyId },
    }),
    isOf: (waves) => waves.flat().some(({ text }) => /from "estate"/.test(text)),
  },
  report: {
    title: 'reportRepair with a command id',
    shape: 'report',
    body: JSON.stringify({
      query: `mutation Report($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number stage version } cursor } }`,
      variables: {
        input: {
          commandId: FRESH,
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
    writes: true,
    isOf: (waves) => waves.flat().some(({ text }) => /(into|from) "ticket"/.test(text)),
  },
});
