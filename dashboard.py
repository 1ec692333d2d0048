"""The entry of the Streamlit app: the list of its pages, nothing else."""

import streamlit as st

from views import comparison

st.set_page_config(page_title="乡镇法治指标", page_icon="⚖", layout="wide")
st.navigation([st.Page(comparison.show, title="对比 Compare", url_path="compare", default=True)]).run()
