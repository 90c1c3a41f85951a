// Small comforts on top of pages that work without any script.
(function () {
  "use strict";

  // An error summary is the first thing to hear and to read after a failed form.
  function focusSummary() {
    var summary = document.querySelector("[data-focus]");
    if (summary) summary.focus();
  }

  // Long texts say how much room is left; the server has the last word on the limit.
  function countCharacters() {
    document.querySelectorAll("textarea[data-count-limit]").forEach(function (box) {
      var note = document.getElementById(box.id + "_count");
      if (!note) return;
      var limit = Number(box.dataset.countLimit);
      var spoken = document.createElement("span");
      spoken.className = "visually-hidden";
      spoken.setAttribute("role", "status");
      note.after(spoken);
      var timer = 0;
      function words() {
        var left = limit - box.value.length;
        var size = Math.abs(left) === 1 ? "1 character" : Math.abs(left) + " characters";
        return left < 0 ? "You have " + size + " too many" : "You have " + size + " remaining";
      }
      function update() {
        note.textContent = words();
        note.classList.toggle("govuk-error-message", box.value.length > limit);
        clearTimeout(timer);
        timer = setTimeout(function () { spoken.textContent = words(); }, 1000);
      }
      box.addEventListener("input", update);
      if (box.value) update();
    });
  }

  // A second press of a button must not save twice.
  function holdSecondPress(event) {
    var form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 2000) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = String(Date.now());
  }

  // Browsers that cannot open folded parts by style open them here, and fold them again after.
  function openForPrint() {
    var opened = [];
    window.addEventListener("beforeprint", function () {
      opened = Array.from(document.querySelectorAll("details:not([open])"));
      opened.forEach(function (part) { part.open = true; });
    });
    window.addEventListener("afterprint", function () {
      opened.forEach(function (part) { part.open = false; });
    });
  }

  document.addEventListener("submit", holdSecondPress);
  focusSummary();
  countCharacters();
  openForPrint();
})();
