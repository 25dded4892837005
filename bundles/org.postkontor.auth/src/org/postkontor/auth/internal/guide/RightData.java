package org.postkontor.auth.internal.guide;

import java.util.List;
import java.util.Locale;

import org.postkontor.auth.guide.Guides.Right;

/** What some scopes mean; a scope without a slash stands for that name at every resource. */
record RightData(List<String> scopes, LocalText name, LocalText reason) {
	boolean explains(String scope) {
		return scopes.contains(scope) || scopes.contains(scope.substring(scope.lastIndexOf('/') + 1));
	}

	Right in(Locale locale, String scope) {
		return new Right(scope, name.in(locale), reason.in(locale));
	}
}
