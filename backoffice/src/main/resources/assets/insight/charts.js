"use strict";
// Draws each chart from the table beside it, so that chart and table never differ. Without this script the table stands alone.
(() => {
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const looks = {
    SOLID: {color: () => css("--primary") || "#0017c1", dash: []},
    DASHED: {color: () => "#5c7aea", dash: [6, 4]},
    TARGET: {color: () => "#b4321f", dash: [2, 3]},
  };
  const cellValue = cell => cell.dataset.value === undefined ? null : Number(cell.dataset.value);

  function draw(box) {
    const table = document.getElementById(box.dataset.table);
    const kind = box.dataset.chart;
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.tHead.rows[0].cells];
    const datasets = heads.map((head, column) => ({head, column})).filter(({head}) => head.dataset.series).map(({head, column}) => {
      const look = looks[head.dataset.series];
      const data = rows.map(row => cellValue(row.cells[column]));
      if (kind === "LINE" && head.dataset.series === "DASHED") {
        joinToLast(data, rows, heads);
      }
      return {
        label: head.textContent, data, borderColor: look.color(),
        backgroundColor: kind === "LINE" ? look.color() : head.dataset.series === "SOLID" ? look.color() : "#c5d0fb",
        borderDash: kind === "LINE" ? look.dash : [], borderWidth: kind === "LINE" ? 2.5 : 0,
        pointRadius: kind === "LINE" && head.dataset.series !== "TARGET" ? 3 : 0, maxBarThickness: 28,
      };
    });
    box.hidden = false;
    new Chart(box.querySelector("canvas"), {
      type: kind === "LINE" ? "line" : "bar",
      data: {labels: rows.map(row => shorten(row.cells[0].textContent.trim())), datasets},
      options: {
        animation: false, maintainAspectRatio: false,
        plugins: {legend: {position: "bottom"}, tooltip: {callbacks: {label: item => item.dataset.label + "：" + item.formattedValue + box.dataset.unit}}},
        scales: {y: {beginAtZero: true, suggestedMax: box.dataset.unit === "%" ? 100 : undefined, title: {display: true, text: box.dataset.unit}}},
      },
    });
  }

  // The forecast begins where what was ends.
  function joinToLast(data, rows, heads) {
    const solid = heads.findIndex(head => head.dataset.series === "SOLID");
    const first = data.findIndex(value => value !== null);
    if (first > 0 && solid >= 0) {
      data[first - 1] = cellValue(rows[first - 1].cells[solid]);
    }
  }

  const shorten = label => label.length > 14 ? label.slice(0, 13) + "…" : label;

  document.addEventListener("DOMContentLoaded", () => {
    if (typeof Chart === "undefined") {
      return;
    }
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    document.querySelectorAll("[data-chart]").forEach(draw);
  });
})();
