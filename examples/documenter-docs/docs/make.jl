using Documenter
using DocumenterCitations

bib = CitationBibliography(joinpath(@__DIR__, "src", "refs.bib"); style=:authoryear)

makedocs(; sitename="Sorting.jl", plugins=[bib], pages=["index.md", "algorithms.md", "references.md"])
