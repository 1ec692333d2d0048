"""The entry of the Streamlit app: the list of its pages, nothing else."""

import streamlit as st

from views.frame import choose_language, guarded, language_now
from views.pages import PAGES
from views.texts import Texts

st.set_page_config(page_title=Texts(language_now())("app"), page_icon="⚖", layout="wide")
say = choose_language()
pages = {
    name: st.Page(guarded(show), title=say(f"page {name}"), url_path=name, default=name == "overview")
    for name, show in PAGES.items()
}
st.session_state["pages"] = pages
st.navigation(list(pages.values())).run()
