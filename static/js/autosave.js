// Keeps what is being written as a private draft, so that nothing typed is lost. Without it there is a button.
(function () {
  "use strict";

  var WAIT = 1500;
  var SPEAK = 60000;
  var spokenAt = 0;
  var timers = {};
  var unsaved = {};
  var sending = {};

  function key(form) {
    return "joint-plan-draft-" + form.dataset.autosave;
  }

  function texts(form) {
    var data = new FormData(form);
    Array.from(data.keys()).forEach(function (name) {
      if (data.get(name) instanceof File) data.delete(name);
    });
    data.set("do", "draft");
    return data;
  }

  function say(form, words) {
    var line = form.querySelector("[data-autosave-said]");
    if (line) line.textContent = words;
    var status = document.getElementById("status");
    if (status && Date.now() - spokenAt > SPEAK) {
      spokenAt = Date.now();
      status.textContent = words;
    }
  }

  function keepHere(form, why) {
    var kept = {};
    texts(form).forEach(function (value, name) {
      if (name !== "csrfmiddlewaretoken" && name !== "version" && name !== "do") kept[name] = value;
    });
    try {
      localStorage.setItem(key(form), JSON.stringify(kept));
      say(form, why + " Your text is on this device.");
    } catch (full) {
      say(form, why + " Copy your text before you leave this page.");
    }
  }

  function save(form) {
    var id = form.dataset.autosave;
    clearTimeout(timers[id]);
    if (!unsaved[id]) return;
    unsaved[id] = false;
    sending[id] = new AbortController();
    fetch(form.action, {
      signal: sending[id].signal,
      method: "POST",
      body: texts(form),
      headers: { "X-Autosave": "yes" },
      redirect: "manual",
      keepalive: true,
    }).then(function (answer) {
      if (answer.type === "opaqueredirect" || answer.status === 403) {
        keepHere(form, "Not saved: you are signed out.");
        return;
      }
      return answer.text().then(function (words) {
        if (answer.ok) {
          localStorage.removeItem(key(form));
          say(form, words);
        } else {
          keepHere(form, answer.status === 422 ? "Not saved. " + words : "Not saved.");
        }
      });
    }).catch(function (failed) {
      if (failed.name === "AbortError") return;
      unsaved[id] = true;
      keepHere(form, "Not saved, no connection.");
      timers[id] = setTimeout(function () { save(form); }, 10 * WAIT);
    });
  }

  function written(event) {
    var form = event.target.form;
    if (!form || !form.dataset.autosave || event.target.type === "file") return;
    var id = form.dataset.autosave;
    unsaved[id] = true;
    clearTimeout(timers[id]);
    timers[id] = setTimeout(function () { save(form); }, WAIT);
  }

  function saveAll() {
    document.querySelectorAll("form[data-autosave]").forEach(save);
  }

  function sent(event) {
    var id = event.target.dataset.autosave;
    if (!id) return;
    unsaved[id] = false;
    clearTimeout(timers[id]);
    if (sending[id]) sending[id].abort();
  }

  // Text that only this device has is offered, never put in place of what the server kept.
  function offer() {
    document.querySelectorAll("form[data-autosave]").forEach(function (form) {
      var kept = null;
      try { kept = JSON.parse(localStorage.getItem(key(form)) || "null"); } catch (broken) { kept = null; }
      if (!kept) return;
      var button = document.createElement("button");
      button.type = "button";
      button.className = "govuk-button govuk-button--secondary";
      button.textContent = "Use the text from this device";
      button.addEventListener("click", function () {
        Object.keys(kept).forEach(function (name) {
          Array.from(form.elements).forEach(function (field) {
            if (field.name !== name) return;
            if (field.type === "radio") field.checked = field.value === kept[name];
            else if (field.type !== "file") field.value = kept[name];
          });
        });
        button.remove();
        unsaved[form.dataset.autosave] = true;
        save(form);
      });
      form.prepend(button);
    });
  }

  document.addEventListener("input", written);
  document.addEventListener("change", written);
  document.addEventListener("focusout", function (event) {
    var form = event.target.form;
    var next = event.relatedTarget;
    // Whoever presses one of the form's own buttons sends all of it in a moment.
    if (form && form.dataset.autosave && !(next && next.form === form && next.type === "submit")) save(form);
  });
  document.addEventListener("submit", sent);
  window.addEventListener("pagehide", saveAll);
  offer();
})();
