package org.postkontor.ui.internal.preferences;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postkontor.outbox.Tidying;
import org.postkontor.outbox.TransmissionLog;
import org.postkontor.ui.internal.compose.SendingPreferences;

/** The times of the outbox as fields: for a grid of two columns. */
final class OutboxTimes {
	private static final long LONGEST_DAYS = 36_500;

	/**
	 * @param undo    how long a written mail can be taken back
	 * @param keep    how long the transmission log is kept
	 * @param tidying when sent mails leave the list
	 */
	record Values(Duration undo, Duration keep, Tidying tidying) {
		static final Values STANDARD = new Values(SendingPreferences.defaultUndo(), TransmissionLog.STANDARD, Tidying.STANDARD);
	}

	private final NumberField undo;
	private final NumberField keep;
	private final TidyingFields tidying;
	private @Nullable Values before;

	OutboxTimes(Composite parent) {
		undo = labelled(parent, PreferenceMessages.undoSeconds, PreferenceMessages.undoInvalid, 0, SendingPreferences.LONGEST_UNDO_SECONDS);
		keep = labelled(parent, PreferenceMessages.keepDays, PreferenceMessages.daysInvalid, 1, LONGEST_DAYS);
		tidying = new TidyingFields(parent);
	}

	private static NumberField labelled(Composite parent, String label, String mistake, long least, long most) {
		new Label(parent, SWT.NONE).setText(label);
		return new NumberField(parent, label, mistake, least, most);
	}

	void onChange(Runnable listener) {
		undo.onChange(listener);
		keep.onChange(listener);
		tidying.onChange(listener);
	}

	void show(Values values) {
		before = values;
		fill(values);
		tidying.show(values.tidying());
	}

	void restoreDefaults() {
		if (before != null) {
			fill(Values.STANDARD);
			tidying.fill(Values.STANDARD.tidying());
		}
	}

	/** What is wrong with the first field that is; empty if nothing is. */
	String mistake() {
		return Stream.of(undo.mistake(), keep.mistake(), tidying.mistake()).filter(m -> !m.isEmpty()).findFirst().orElse("");
	}

	/** What is chosen, if it is valid and differs from what holds. */
	Optional<Values> changed() {
		Values old = before;
		if (old == null || !mistake().isEmpty()) {
			return Optional.empty();
		}
		Values chosen = new Values(Duration.ofSeconds(undo.value().getAsLong()), new WholeDays(old.keep()).changedTo(keep.value().getAsLong()), tidying.value());
		return chosen.equals(old) ? Optional.empty() : Optional.of(chosen);
	}

	/** What is chosen holds from now on. */
	void applied() {
		changed().ifPresent(this::show);
	}

	private void fill(Values values) {
		undo.show(values.undo().toSeconds());
		keep.show(new WholeDays(values.keep()).days());
	}
}
