// A report's text with its figures; every stretch goes in as text, never as markup.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  let box = parentElement.querySelector(".text")
  if (!box) {
    box = document.createElement("div")
    box.className = "text"
    box.tabIndex = 0
    parentElement.appendChild(box)
  }
  box.setAttribute("aria-label", data.label)
  if (box.dataset.of !== data.of) {
    box.dataset.of = data.of
    box.replaceChildren()
    for (const [text, kind, start, title] of data.parts) {
      if (!kind) { box.appendChild(document.createTextNode(text)); continue }
      const figure = document.createElement("span")
      figure.className = "fig " + kind
      figure.textContent = text
      figure.title = title
      figure.dataset.start = start
      figure.tabIndex = kind === "other" ? -1 : 0
      figure.setAttribute("role", "button")
      box.appendChild(figure)
    }
  }
  const choose = (event) => {
    const figure = event.target.closest(".fig")
    if (!figure || (event.type === "keydown" && event.key !== "Enter")) return
    setTriggerValue("clicked", Number(figure.dataset.start))
  }
  box.onclick = choose
  box.onkeydown = choose
  for (const figure of box.querySelectorAll(".at")) figure.classList.remove("at")
  const chosen = box.querySelector('[data-start="' + Number(data.at) + '"]')
  if (chosen) {
    chosen.classList.add("at")
    const top = chosen.offsetTop - box.offsetTop
    if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 60) box.scrollTop = Math.max(top - 160, 0)
  }
}
