"""Clean text to article: paragraphs, furniture, and what the page says about itself."""
