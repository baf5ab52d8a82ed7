/** What a printed report shows: whatever is written is escaped, nothing is written raw. */
export interface ReportForm {
  readonly company: string;
  readonly estate: string;
  readonly title: string;
  readonly period: string;
  readonly stage: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly figures: string;
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** What people wrote, by its heading. */
  readonly sections: readonly { readonly title: string; readonly text: string }[];
  readonly signs: readonly { readonly label: string; readonly name: string; readonly at: string }[];
  readonly date: string;
  readonly printed: string;
}

/** A report of an estate on a period (报表): figures, words, who handed it in and who approved it. */
export const REPORT_FORM_TEMPLATE = `
<header>
  <p><%= it.company %> · <%= it.estate %></p>
  <h1><%= it.title %></h1>
  <p class="meta"><span><%= it.period %></span><span><%= it.stage %></span></p>
</header>
<section>
  <table><% it.facts.forEach((fact) => { %><tr><th><%= fact.label %></th><td><%= fact.value %></td></tr>
  <% }) %></table>
</section>
<section>
  <h2><%= it.figures %></h2>
  <table>
    <tr><% it.head.forEach((name) => { %><th><%= name %></th><% }) %></tr>
    <% it.lines.forEach((line) => { %><tr><% line.forEach((cell) => { %><td><%= cell %></td><% }) %></tr>
    <% }) %>
  </table>
</section>
<% it.sections.forEach((section) => { %>
<section>
  <h2><%= section.title %></h2>
  <div class="text"><%= section.text %></div>
</section>
<% }) %>
<section class="signs">
  <% it.signs.forEach((sign) => { %>
  <div class="sign"><b><%= sign.label %></b><span><%= sign.name %></span><span class="when"><%= it.date %> <%= sign.at %></span></div>
  <% }) %>
</section>
<footer><%= it.printed %></footer>
`;
