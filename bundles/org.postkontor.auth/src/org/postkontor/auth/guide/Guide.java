package org.postkontor.auth.guide;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Numbered steps in one language.
 *
 * @param id      of the data, for example {@code app-password.google}
 * @param warning what no longer works there, if anything; shown before the steps
 * @param instead id of the sign-in provider to offer instead, if the steps do not help or another way is better
 */
public record Guide(String id, String title, String summary, List<Step> steps, Optional<String> warning, Optional<String> instead) {
	public Guide {
		steps = List.copyOf(steps);
	}

	/**
	 * @param link page to open for this step
	 * @param copy text to be pasted there, for example a redirect URI
	 */
	public record Step(String text, Optional<URI> link, Optional<String> copy) {
	}
}
