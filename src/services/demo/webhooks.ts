import type { DemoCompany } from './demo-company.js';

/**
 * An endpoint of a work-order archive, switched off: the demo sends nothing to anybody. Enabled, it receives what happens
 * after the history.
 * @param seq number of the last event of the history
 */
export function addWebhookEndpoint(company: DemoCompany, seq: number): void {
  company.rows.add('webhook_endpoint', {
    company_id: company.id,
    id: company.random.branch('webhook').id(Date.parse(company.since)),
    estate_id: null,
    kind: 'EVENTS',
    name: '工单归档系统',
    url: `https://hooks.${company.plan.code}.example/guanjia`,
    event_types: ['ticket.*'],
    state: 'DISABLED_BY_HAND',
    generation: 1,
    previous_until: null,
    seq,
    failures: 0,
    failing_since: null,
    next_attempt_at: company.since,
    lease_id: null,
    leased_until: null,
    created_at: company.since,
    version: 1,
  });
}
