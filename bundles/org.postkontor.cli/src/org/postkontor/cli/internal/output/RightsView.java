package org.postkontor.cli.internal.output;

import java.util.Collection;
import java.util.List;

import org.postkontor.auth.guide.Guides;
import org.postkontor.auth.guide.Guides.Right;

/** What scopes mean, in plain words and with their reasons. */
public final class RightsView {
	private final Guides guides;
	private final Texts texts;

	public RightsView(Guides guides, Texts texts) {
		this.guides = guides;
		this.texts = texts;
	}

	/** One line for each, in the order of the scopes. */
	public List<String> lines(Collection<String> scopes) {
		return guides.rights(scopes, texts.locale()).stream().map(RightsView::line).toList();
	}

	private static String line(Right right) {
		String name = right.name().equals(right.scope()) ? right.scope() : right.name() + " (" + right.scope() + ")";
		return right.reason().isBlank() ? name : name + ": " + right.reason();
	}
}
