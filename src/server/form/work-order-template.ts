/**
 * The work order (维修单). Whatever `<%= %>` writes is escaped; nothing is written raw.
 * @rule R-RPR-11 @rule R-RPR-12
 */
export const WORK_ORDER_TEMPLATE = `
<header>
  <p><%= it.company %> · <%= it.estate %></p>
  <h1><%= it.customerArea ? it.words.titleCustomer : it.words.title %></h1>
  <p class="meta"><span><%= it.words.number %> <%= it.number %></span><span class="<%= it.urgent ? 'urgent' : '' %>"><%= it.urgency %></span></p>
</header>
<section>
  <h2><%= it.customerArea ? it.words.customerPart : it.words.commonPart %></h2>
  <table>
    <% if (it.customerArea) { %><tr><th><%= it.words.room %></th><td colspan="5"><%= it.room %></td></tr><% } %>
    <tr><th><%= it.words.contact %></th><td colspan="2"><%= it.contactName %></td><th><%= it.words.phone %></th><td colspan="2"><%= it.contactPhone %></td></tr>
    <tr><th><%= it.words.content %></th><td colspan="5"><div class="text"><strong><%= it.subject %></strong>
<%= it.description %></div></td></tr>
  </table>
</section>
<section>
  <h2><%= it.words.workPart %></h2>
  <table>
    <% it.rows.forEach((row) => { %><tr><% row.forEach((cell) => { %><th><%= cell.label %></th><td><%= cell.value %></td><% }) %></tr>
    <% }) %>
    <tr><th><%= it.words.callback %></th><td colspan="5"><div class="text"></div></td></tr>
  </table>
</section>
<% it.priced.forEach((table) => { %>
<section>
  <h2><%= table.title %></h2>
  <table>
    <tr><th colspan="3"><%= it.words.item %></th><th><%= it.words.quantity %></th><th><%= it.words.price %></th><th><%= it.words.amount %></th></tr>
    <% table.lines.forEach((line) => { %><tr><td colspan="3"><%= line.name %></td><td><%= line.quantity %></td><td><%= line.price %></td><td><%= line.amount %></td></tr>
    <% }) %>
    <% if (table.total) { %><tr><th colspan="5"><%= it.words.total %></th><td><%= table.total %></td></tr><% } %>
  </table>
</section>
<% }) %>
<section class="signs">
  <% it.signatures.forEach((signature) => { %>
  <div class="sign"><b><%= signature.label %></b>
    <% if (signature.image) { %><img src="<%= signature.image %>" alt="<%= signature.label %>"><% } %>
    <% if (signature.text) { %><span><%= signature.text %></span><% } %>
    <span class="when"><%= it.words.date %> <%= signature.at %></span></div>
  <% }) %>
  <div class="seal"><%= it.words.seal %></div>
</section>
<% if (it.files.length > 0) { %>
<section>
  <h2><%= it.words.attachments %> (<%= it.files.length %>)</h2>
  <div class="files">
    <% it.files.forEach((file) => { %><figure><% if (file.image) { %><img src="<%= file.image %>" alt="<%= file.name %>"><% } %><figcaption><%= file.purpose %> · <%= file.name %></figcaption></figure>
    <% }) %>
  </div>
</section>
<% } %>
<footer><%= it.words.hash %> SHA-256 <%= it.contentHash %><br><%= it.words.printedAt %> <%= it.printedAt %></footer>
`;
