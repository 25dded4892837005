package org.postkontor.testkit.idp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first form of a page, as a browser sees it: its action and its fields with their values. */
record HtmlForm(String action, Map<String, String> fields) {

	private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
	private static final Pattern INPUT = Pattern.compile("(?is)<input\\b([^>]*)>");

	static Optional<HtmlForm> in(String page) {
		Matcher form = FORM.matcher(page);
		if (!form.find()) {
			return Optional.empty();
		}
		Map<String, String> fields = new LinkedHashMap<>();
		Matcher input = INPUT.matcher(form.group(2));
		while (input.find()) {
			attribute(input.group(1), "name")
					.ifPresent(name -> fields.put(name, attribute(input.group(1), "value").orElse("")));
		}
		return Optional.of(new HtmlForm(attribute(form.group(1), "action").orElse(""), fields));
	}

	private static Optional<String> attribute(String tag, String name) {
		Matcher attribute = Pattern.compile("(?is)\\b" + name + "\\s*=\\s*\"([^\"]*)\"").matcher(tag);
		return attribute.find() ? Optional.of(unescape(attribute.group(1))) : Optional.empty();
	}

	private static String unescape(String text) {
		return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
				.replace("&amp;", "&");
	}
}
