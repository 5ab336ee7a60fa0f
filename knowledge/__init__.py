"""Words, codes, guidance and passages: plain Python and data, importing none of our packages."""
