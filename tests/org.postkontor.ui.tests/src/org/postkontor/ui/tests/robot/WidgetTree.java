package org.postkontor.ui.tests.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Looks for widgets below a control. On the user interface's thread only. */
final class WidgetTree {
	private final Composite root;

	WidgetTree(Composite root) {
		this.root = root;
	}

	/** All visible controls, in the order in which they are laid out. */
	List<Control> visible() {
		List<Control> found = new ArrayList<>();
		collect(root, found);
		return found;
	}

	<T> Stream<T> all(Class<T> type) {
		return visible().stream().filter(type::isInstance).map(type::cast);
	}

	/** The control of a type that comes after the label with this text, or that has it as accessible name. */
	<T extends Control> Optional<T> labelled(Class<T> type, String label) {
		boolean behind = false;
		for (Control control : visible()) {
			if (control instanceof Label text && plain(text.getText()).equals(plain(label))) {
				behind = true;
			} else if (type.isInstance(control) && (behind || plain(label).equals(accessibleName(control)))) {
				return Optional.of(type.cast(control));
			}
		}
		return Optional.empty();
	}

	/** Texts as seen: without mnemonics. */
	static String plain(String text) {
		return text.replaceAll("&(.)", "$1");
	}

	static String accessibleName(Control control) {
		Object name = control.getData("org.eclipse.swtbot.widget.key");
		return name == null ? "" : name.toString();
	}

	private static void collect(Composite parent, List<Control> found) {
		for (Control child : parent.getChildren()) {
			if (child.isVisible()) {
				found.add(child);
				if (child instanceof Composite composite) {
					collect(composite, found);
				}
			}
		}
	}
}
