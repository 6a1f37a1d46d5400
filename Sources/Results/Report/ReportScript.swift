/// The script of the page.
///
/// Without it the tables are as they stand in the source.
enum ReportScript {
  static let source = #"""
    "use strict";
    (() => {
      const collator = new Intl.Collator("en", {numeric: true, sensitivity: "base"});
      const text = (row, column) => row.cells[column].textContent.trim();

      // The number that a cell shows first; null where it shows none.
      const number = (row, column) => {
        const value = Number.parseFloat(text(row, column));
        return Number.isNaN(value) ? null : value;
      };

      // What is missing stands last in both directions; equal rows keep their order.
      const comparison = (column, isNumeric, sign) => (first, second) => {
        if (!isNumeric) return sign * collator.compare(text(first, column), text(second, column));
        const [a, b] = [number(first, column), number(second, column)];
        if (a === null || b === null) return (a === null) - (b === null);
        return sign * (a - b);
      };

      const addSorting = (table) => {
        const body = table.tBodies[0];
        const original = [...body.rows];
        const headings = [...table.querySelectorAll("th[data-column]")];
        const next = {none: "ascending", ascending: "descending", descending: "none"};
        for (const heading of headings) {
          heading.setAttribute("aria-sort", "none");
          const button = document.createElement("button");
          button.type = "button";
          button.append(...heading.childNodes);
          heading.append(button);
          button.addEventListener("click", () => {
            const order = next[heading.getAttribute("aria-sort")];
            for (const other of headings) other.setAttribute("aria-sort", "none");
            heading.setAttribute("aria-sort", order);
            const isNumeric = heading.classList.contains("number");
            const sign = order === "ascending" ? 1 : -1;
            const column = Number(heading.dataset.column);
            body.append(...(order === "none"
              ? original : [...body.rows].sort(comparison(column, isNumeric, sign))));
          });
        }
      };

      const labelled = (words, control) => {
        const label = document.createElement("label");
        label.append(words + " ", control);
        return label;
      };

      const addFilters = (table) => {
        const rows = [...table.tBodies[0].rows];
        const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
        const bar = document.createElement("div");
        bar.className = "filters";
        const field = document.createElement("input");
        field.type = "search";
        field.autocomplete = "off";
        field.placeholder = "words of a row";
        bar.append(labelled("Filter", field));
        const choices = [];
        for (const heading of table.querySelectorAll("th[data-choices=yes]")) {
          const column = Number(heading.dataset.column);
          const values = [...new Set(rows.map((row) => text(row, column)))];
          if (values.length === 1) continue;
          const select = document.createElement("select");
          select.append(new Option("all", ""));
          for (const value of values.sort(collator.compare)) {
            select.append(new Option(value, "=" + value));
          }
          bar.append(labelled(heading.textContent.trim(), select));
          choices.push([column, select]);
        }
        const count = document.createElement("output");
        count.setAttribute("aria-live", "polite");
        bar.append(count);
        const apply = () => {
          const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
          let shown = 0;
          for (const row of rows) {
            row.hidden = !words.every((word) => texts.get(row).includes(word))
              || !choices.every(([column, select]) =>
                select.value === "" || select.value === "=" + text(row, column));
            if (!row.hidden) shown += 1;
          }
          count.value = `${shown} of ${rows.length} rows`;
        };
        field.addEventListener("input", apply);
        for (const [, select] of choices) select.addEventListener("change", apply);
        apply();
        table.parentElement.before(bar);
      };

      for (const table of document.querySelectorAll("table.data")) {
        const count = table.tBodies[0].rows.length;
        // Of a few lines of words a filter would be longer than they are.
        if (count > (table.classList.contains("prose") ? 12 : 1)) addFilters(table);
        if (count > 1) addSorting(table);
      }

      // A link to what is folded unfolds it.
      const unfold = () => {
        const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        const folded = target?.closest("details");
        if (folded && !folded.open) {
          folded.open = true;
          target.scrollIntoView();
        }
      };
      addEventListener("hashchange", unfold);
      unfold();

      // Folded tables are printed, units only where the reader unfolded them.
      let unfolded = [];
      addEventListener("beforeprint", () => {
        unfolded = [...document.querySelectorAll("details[data-print]:not([open])")];
        for (const details of unfolded) details.open = true;
      });
      addEventListener("afterprint", () => {
        for (const details of unfolded) details.open = false;
      });
    })();

    """#
}
