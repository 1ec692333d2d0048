// A table, cards or a list of rows: everything of a report goes in as text, never as markup.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  let root = parentElement.querySelector(".tm-grid")
  if (!root) {
    root = document.createElement("div")
    root.className = "tm-grid"
    parentElement.appendChild(root)
  }
  root.tell = (name, value) => setTriggerValue(name, value)
  if (root.dataset.of !== data.of) {
    const scrolled = root.dataset.place === data.place ? root.scrollTop : 0
    root.dataset.of = data.of
    root.dataset.place = data.place
    root.className = "tm-grid " + data.shape
    root.style.maxHeight = data.height ? data.height + "px" : ""
    root.replaceChildren(data.shape.startsWith("table") ? table(root, data) : rows(root, data))
    root.scrollTop = scrolled
  }
  mark(root, data.picked)
}

function mark(root, picked) {
  for (const cell of root.querySelectorAll("[data-cell]")) cell.classList.toggle("on", picked.includes(Number(cell.dataset.cell)))
  for (const row of root.querySelectorAll("[data-row]")) {
    const on = picked.includes(Number(row.dataset.row))
    row.classList.toggle("on", on)
    if (row.hasAttribute("aria-selected")) row.setAttribute("aria-selected", String(on))
  }
}

function made(tag, kind, text) {
  const element = document.createElement(tag)
  if (kind) element.className = kind
  if (text !== undefined && text !== null) element.textContent = text
  return element
}

function words(cell) {
  if (cell === null || cell === undefined) return made("span", "missing", "—")
  if (typeof cell === "string") return made("span", cell === "—" ? "missing" : "", cell)
  if (cell.course) return course(cell.course, cell.text)
  let element
  if (cell.href) {
    element = made("a", cell.kind || "", cell.text)
    element.href = cell.href
    element.addEventListener("click", (event) => {
      event.stopPropagation()
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      // Streamlit follows the browser's history: so a link makes one entry, and Back leads to the view that it was followed from
      window.history.pushState({}, "", element.href)
      window.dispatchEvent(new PopStateEvent("popstate"))
    })
  } else {
    element = made("span", cell.kind || "", cell.text)
  }
  if (cell.title) element.title = cell.title
  if (cell.parts) {
    element.textContent = ""
    for (const [text, hit] of cell.parts) element.appendChild(hit ? made("mark", "", text) : document.createTextNode(text))
  }
  if (cell.quiet) {
    const both = made("span", "both")
    both.append(element, made("span", "quiet", cell.quiet))
    return both
  }
  return element
}

function course(values, text) {
  const space = "http://www.w3.org/2000/svg"
  const svg = document.createElementNS(space, "svg")
  const width = 84, height = 22
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`)
  svg.setAttribute("width", width)
  svg.setAttribute("height", height)
  svg.setAttribute("role", "img")
  svg.setAttribute("aria-label", text)
  const known = values.filter((value) => value !== null)
  const top = Math.max(...known, 0) || 1
  const x = (n) => 4 + (n * (width - 8)) / Math.max(values.length - 1, 1)
  const y = (value) => height - 4 - (value / top) * (height - 8)
  let line = ""
  let before = false
  values.forEach((value, n) => {
    if (value === null) { before = false; return }
    line += `${before ? "L" : "M"}${x(n).toFixed(1)} ${y(value).toFixed(1)}`
    before = true
  })
  const path = document.createElementNS(space, "path")
  path.setAttribute("d", line)
  path.setAttribute("class", "course")
  svg.appendChild(path)
  values.forEach((value, n) => {
    if (value === null) return
    const dot = document.createElementNS(space, "circle")
    dot.setAttribute("cx", x(n).toFixed(1))
    dot.setAttribute("cy", y(value).toFixed(1))
    dot.setAttribute("r", n === values.length - 1 ? 3 : 1.8)
    dot.setAttribute("class", "dot")
    svg.appendChild(dot)
  })
  const title = document.createElementNS(space, "title")
  title.textContent = text
  svg.appendChild(title)
  return svg
}

function pickable(root, element, number) {
  element.tabIndex = 0
  element.addEventListener("click", () => {
    if (String(window.getSelection()) === "") root.tell("picked", number)
  })
  element.addEventListener("keydown", (event) => {
    if (event.target !== element) return
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); root.tell("picked", number) }
    const step = event.key === "ArrowDown" ? "nextElementSibling" : event.key === "ArrowUp" ? "previousElementSibling" : ""
    if (step && element[step]) { event.preventDefault(); element[step].focus() }
  })
}

function pickableCell(root, cell, number) {
  cell.dataset.cell = number
  cell.tabIndex = 0
  cell.addEventListener("click", () => root.tell("picked", number))
  cell.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); root.tell("picked", number) }
    const step = event.key === "ArrowRight" ? "nextElementSibling" : event.key === "ArrowLeft" ? "previousElementSibling" : ""
    if (step && cell[step] && cell[step].tabIndex === 0) { event.preventDefault(); cell[step].focus() }
  })
}

function rows(root, data) {
  const box = made("div", "rows")
  box.setAttribute("role", "list")
  box.setAttribute("aria-label", data.label)
  data.rows.forEach((cells, number) => {
    const row = made("div", "item " + (data.kinds[number] || ""))
    row.setAttribute("role", "listitem")
    row.dataset.row = number
    if (data.pick) pickable(root, row, number)
    cells.forEach((cell, column) => {
      const part = made("div", "part part" + column)
      part.appendChild(words(cell))
      row.appendChild(part)
    })
    box.appendChild(row)
  })
  return box
}

function table(root, data) {
  const whole = made("table", data.pick ? "pick" : "")
  whole.setAttribute("aria-label", data.label)
  const head = whole.appendChild(made("thead")).appendChild(made("tr"))
  const body = whole.appendChild(made("tbody"))
  const order = data.rows.map((_, number) => number)
  const fill = () => {
    body.replaceChildren(...order.map((number) => {
      const row = made("tr", data.kinds[number] || "")
      row.dataset.row = number
      if (data.pick) { row.setAttribute("aria-selected", "false"); pickable(root, row, number) }
      data.rows[number].forEach((cell, column) => {
        const of = data.columns[column]
        const place = made("td", (cell && cell.cell ? cell.cell + " " : "") + of.kind)
        if (cell && cell.shade !== undefined) place.style.setProperty("--shade", cell.shade)
        place.appendChild(words(cell))
        if (data.cells && column && cell) {
          if (cell.title) place.title = cell.title
          pickableCell(root, place, number * data.columns.length + column)
        }
        row.appendChild(place)
      })
      return row
    }))
  }
  data.columns.forEach((of, column) => {
    const cell = made("th", of.kind)
    cell.scope = "col"
    if (of.sort && data.rows.length > 1) {
      const button = made("button", "", of.title)
      button.type = "button"
      button.title = data.sorting
      button.addEventListener("click", () => {
        const down = cell.getAttribute("aria-sort") !== "descending"
        for (const other of head.children) other.removeAttribute("aria-sort")
        cell.setAttribute("aria-sort", down ? "descending" : "ascending")
        order.sort((one, two) => compared(key(data.rows[one][column]), key(data.rows[two][column]), down) || one - two)
        fill()
        mark(root, [...root.querySelectorAll("tr.on")].map((row) => Number(row.dataset.row)))
      })
      cell.appendChild(button)
    } else {
      cell.textContent = of.title
    }
    head.appendChild(cell)
  })
  fill()
  return whole
}

function key(cell) {
  if (cell === null || cell === undefined || cell === "—") return null
  if (typeof cell === "string") return cell
  return cell.sort === undefined ? cell.text : cell.sort
}

function compared(one, two, down) {
  // what is missing comes last in either direction
  if (one === null || two === null) return (one === null) - (two === null)
  const order = typeof one === "number" && typeof two === "number" ? one - two : String(one).localeCompare(String(two), "zh")
  return down ? -order : order
}
