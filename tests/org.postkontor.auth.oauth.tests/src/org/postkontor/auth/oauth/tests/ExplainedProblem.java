package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.postkontor.auth.spi.OAuthErrors;
import org.postkontor.problem.Problem;
import org.postkontor.problem.internal.CatalogueExplanations;

/** A problem of a sign-in that has to have texts, with a value for every name in them. */
record ExplainedProblem(Problem problem) {
	private static final Pattern NAME = Pattern.compile("\\{(\\w+)\\}");

	void assertInBothLanguages() {
		for (Locale locale : List.of(Locale.ROOT, Locale.GERMAN)) {
			for (String part : List.of(".title", ".text")) {
				Optional<String> text = text(problem.id() + part, locale);
				assertFalse(text.isEmpty(), problem.id() + part + " " + locale);
				Matcher name = NAME.matcher(text.get());
				while (name.find()) {
					assertTrue(problem.values().containsKey(name.group(1)), problem + " lacks " + name.group());
				}
			}
		}
	}

	private static Optional<String> text(String key, Locale locale) {
		return Stream.of(text("org.postkontor.auth.internal.auth-problems", OAuthErrors.class, key, locale),
				text("org.postkontor.problem.internal.oauth-explanations", CatalogueExplanations.class, key, locale),
				text("org.postkontor.problem.internal.problems", CatalogueExplanations.class, key, locale)).flatMap(Optional::stream).findFirst();
	}

	private static Optional<String> text(String file, Class<?> beside, String key, Locale locale) {
		try {
			ResourceBundle bundle = ResourceBundle.getBundle(file, locale, beside.getClassLoader(),
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
			return bundle.getLocale().equals(locale) ? Optional.of(bundle.getString(key)) : Optional.empty();
		} catch (MissingResourceException e) {
			return Optional.empty();
		}
	}
}
