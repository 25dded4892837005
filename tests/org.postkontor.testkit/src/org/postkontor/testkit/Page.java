package org.postkontor.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page whose text is written by people and whose numbers are put between marks by a run. */
public final class Page {
	private Page() {
	}

	/**
	 * The page with {@code numbers} between {@code <!-- numbers:NAME -->} and {@code <!-- end -->}.
	 *
	 * @throws IllegalArgumentException the page has no such place
	 */
	public static String with(String page, String name, String numbers) {
		String start = "<!-- numbers:" + name + " -->\n";
		Matcher place = Pattern.compile(Pattern.quote(start) + ".*?(?=<!-- end -->)", Pattern.DOTALL).matcher(page);
		if (!place.find()) {
			throw new IllegalArgumentException("the page has no place for " + name);
		}
		return page.substring(0, place.start()) + start + numbers.strip() + "\n" + page.substring(place.end());
	}
}
