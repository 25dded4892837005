package org.postkontor.ui.internal.preferences;

import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.postkontor.outbox.Tidying;
import org.postkontor.ui.internal.Paragraph;

/** When sent mails leave the list by themselves, and which never do; for a grid of two columns. */
final class TidyingFields {
	private final DaysOrNever afterFiling;
	private final DaysOrNever withoutCopy;

	TidyingFields(Composite parent) {
		Group group = new Group(parent, SWT.NONE);
		group.setText(PreferenceMessages.tidyingTitle);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(0, 8).applyTo(group);
		afterFiling = new DaysOrNever(group, PreferenceMessages.tidyingDays);
		withoutCopy = new DaysOrNever(group, PreferenceMessages.tidyingWithoutCopy);
		new Paragraph(DoubtPolicies.WIDTH, 2).in(group, PreferenceMessages.tidyingExplanation);
	}

	void onChange(Runnable listener) {
		afterFiling.onChange(listener);
		withoutCopy.onChange(listener);
	}

	/** @param tidying what holds */
	void show(Tidying tidying) {
		afterFiling.show(tidying.afterFiling());
		withoutCopy.show(tidying.withoutCopy());
	}

	/** @param tidying what to choose instead */
	void fill(Tidying tidying) {
		afterFiling.fill(tidying.afterFiling());
		withoutCopy.fill(tidying.withoutCopy());
	}

	/** What is chosen, as long as there is no {@link #mistake}. */
	Tidying value() {
		return new Tidying(afterFiling.value(), withoutCopy.value());
	}

	/** What is wrong with the first field that is; empty if nothing is. */
	String mistake() {
		return Stream.of(afterFiling, withoutCopy).map(DaysOrNever::mistake).filter(m -> !m.isEmpty()).findFirst().orElse("");
	}
}
