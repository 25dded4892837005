package org.postkontor.testkit.idp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first form of a page, as a browser sees it.
 *
 * @param fields  with their values
 * @param buttons that send the form and have a name, with their values, in the order of the page; only the pressed one is sent
 */
record HtmlForm(String action, Map<String, String> fields, List<Map.Entry<String, String>> buttons) {

	private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
	private static final Pattern INPUT = Pattern.compile("(?is)<(input|button)\\b([^>]*)>");

	static Optional<HtmlForm> in(String page) {
		Matcher form = FORM.matcher(page);
		if (!form.find()) {
			return Optional.empty();
		}
		Map<String, String> fields = new LinkedHashMap<>();
		List<Map.Entry<String, String>> buttons = new ArrayList<>();
		Matcher input = INPUT.matcher(form.group(2));
		while (input.find()) {
			String tag = input.group(2);
			String name = attribute(tag, "name").orElse("");
			String value = attribute(tag, "value").orElse("");
			String type = attribute(tag, "type").orElse(input.group(1).equalsIgnoreCase("button") ? "submit" : "text");
			if (!name.isEmpty() && type.equals("submit")) {
				buttons.add(Map.entry(name, value));
			} else if (!name.isEmpty() && !type.equals("button")) {
				fields.put(name, value);
			}
		}
		return Optional.of(new HtmlForm(attribute(form.group(1), "action").orElse(""), fields, buttons));
	}

	/** What is sent when the first button is pressed, which agrees on most pages, or the last one. */
	Map<String, String> pressed(boolean first) {
		Map<String, String> sent = new LinkedHashMap<>(fields);
		if (!buttons.isEmpty()) {
			Map.Entry<String, String> button = first ? buttons.getFirst() : buttons.getLast();
			sent.put(button.getKey(), button.getValue());
		}
		return sent;
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
