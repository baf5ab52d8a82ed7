/** What a form about money shows: whatever is written is escaped, nothing is written raw. */
export interface MoneyForm {
  readonly company: string;
  readonly estate: string;
  readonly title: string;
  readonly number: string;
  /** Stands beside the number: that it no longer stands, or what is stamped. */
  readonly mark: string;
  /** Rows of at most three pairs. */
  readonly rows: readonly (readonly { readonly label: string; readonly value: string }[])[];
  readonly tables: readonly {
    readonly title: string;
    readonly head: readonly string[];
    readonly lines: readonly (readonly string[])[];
    /** The last row: a label over all columns but one, and what stands in it. */
    readonly totals: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly notes: readonly string[];
  readonly signs: readonly { readonly label: string; readonly name: string; readonly at: string }[];
  readonly seal: string;
  readonly date: string;
  readonly printed: string;
}

/** Forms about money: notice, receipt, sheet of a shift, statement. */
export const MONEY_FORM_TEMPLATE = `
<header>
  <p><%= it.company %> · <%= it.estate %></p>
  <h1><%= it.title %></h1>
  <p class="meta"><span><%= it.number %></span><span class="<%= it.mark ? 'urgent' : '' %>"><%= it.mark %></span></p>
</header>
<section>
  <table>
    <% it.rows.forEach((row) => { %><tr><% row.forEach((cell, at) => { %><th><%= cell.label %></th><td colspan="<%= at === row.length - 1 ? 7 - 2 * row.length : 1 %>"><%= cell.value %></td><% }) %></tr>
    <% }) %>
  </table>
</section>
<% it.tables.forEach((table) => { %>
<section>
  <h2><%= table.title %></h2>
  <table>
    <tr><% table.head.forEach((name) => { %><th><%= name %></th><% }) %></tr>
    <% table.lines.forEach((line) => { %><tr><% line.forEach((cell) => { %><td><%= cell %></td><% }) %></tr>
    <% }) %>
    <% table.totals.forEach((total) => { %><tr><th colspan="<%= table.head.length - 1 %>"><%= total.label %></th><td><%= total.value %></td></tr>
    <% }) %>
  </table>
</section>
<% }) %>
<% it.notes.forEach((note) => { %><section><p><%= note %></p></section>
<% }) %>
<section class="signs">
  <% it.signs.forEach((sign) => { %>
  <div class="sign"><b><%= sign.label %></b><span><%= sign.name %></span><span class="when"><%= it.date %> <%= sign.at %></span></div>
  <% }) %>
  <% if (it.seal) { %><div class="seal"><%= it.seal %></div><% } %>
</section>
<footer><%= it.printed %></footer>
`;
