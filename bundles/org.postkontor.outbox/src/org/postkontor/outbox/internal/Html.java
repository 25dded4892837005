package org.postkontor.outbox.internal;

/** Builds HTML in which no text can become markup. */
final class Html {
	private final StringBuilder out = new StringBuilder();

	/** Markup of our own. */
	Html raw(String markup) {
		out.append(markup);
		return this;
	}

	/** A text, in which line breaks stay line breaks. */
	Html text(String text) {
		text.codePoints().forEach(this::character);
		return this;
	}

	private void character(int c) {
		switch (c) {
		case '&' -> out.append("&amp;");
		case '<' -> out.append("&lt;");
		case '>' -> out.append("&gt;");
		case '"' -> out.append("&quot;");
		case '\'' -> out.append("&#39;");
		case '\n' -> out.append("<br>");
		default -> out.appendCodePoint(isHarmless(c) ? c : ' ');
		}
	}

	/** Nothing that a reader could be deceived with: no control or direction-changing characters. */
	private static boolean isHarmless(int c) {
		int type = Character.getType(c);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
	}

	Html element(String name, String text) {
		return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
	}

	/** A pair of a definition list; nothing if the value is empty. */
	Html term(String label, String value) {
		return value.isEmpty() ? this : raw("<dt>").text(label).raw("</dt><dd>").text(value).raw("</dd>\n");
	}

	/** Begins a table. @param style name of a class of its own */
	Html head(String style, String... cells) {
		raw("<table class=\"" + style + "\"><thead><tr>");
		for (String cell : cells) {
			raw("<th scope=\"col\">").text(cell).raw("</th>");
		}
		return raw("</tr></thead>\n");
	}

	Html row(String... cells) {
		raw("<tr>");
		for (String cell : cells) {
			raw("<td>").text(cell).raw("</td>");
		}
		return raw("</tr>\n");
	}

	@Override
	public String toString() {
		return out.toString();
	}
}
