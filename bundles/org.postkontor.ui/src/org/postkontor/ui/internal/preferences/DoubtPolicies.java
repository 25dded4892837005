package org.postkontor.ui.internal.preferences;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.outbox.DoubtPolicy;

/** One choice for each account: what becomes of a mail whose outcome nobody can know. */
final class DoubtPolicies {
	private static final List<DoubtPolicy> ORDER = List.of(DoubtPolicy.ASK, DoubtPolicy.MARK_SENT, DoubtPolicy.SEND_AGAIN);
	/** Of explanations, wanted before the dialog is laid out. */
	static final int WIDTH = 380;

	private final Group group;
	private final ScrolledComposite scrolled;
	private final Composite rows;
	private final Map<AccountId, Combo> combos = new LinkedHashMap<>();
	private final Map<AccountId, DoubtPolicy> before = new HashMap<>();

	DoubtPolicies(Composite parent) {
		group = new Group(parent, SWT.NONE);
		group.setText(PreferenceMessages.doubtTitle);
		GridLayoutFactory.swtDefaults().applyTo(group);
		Label explanation = new Label(group, SWT.WRAP);
		explanation.setText(PreferenceMessages.doubtExplanation);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(explanation);
		scrolled = new ScrolledComposite(group, SWT.V_SCROLL);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 160).applyTo(scrolled);
		rows = new Composite(scrolled, SWT.NONE);
		GridLayoutFactory.swtDefaults().applyTo(rows);
		scrolled.setContent(rows);
	}

	Control control() {
		return group;
	}

	void show(Map<Account, DoubtPolicy> policies) {
		policies.forEach((account, policy) -> {
			Label label = new Label(rows, SWT.NONE);
			label.setText(account.name().replace("&", "&&") + ":");
			Combo combo = new Combo(rows, SWT.READ_ONLY);
			combo.setItems(PreferenceMessages.doubtAsk, PreferenceMessages.doubtSent, PreferenceMessages.doubtAgain);
			combo.select(ORDER.indexOf(policy));
			GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
			combos.put(account.id(), combo);
			before.put(account.id(), policy);
		});
		scrolled.setMinHeight(rows.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
		rows.layout();
	}

	void restoreDefaults() {
		combos.values().forEach(combo -> combo.select(0));
	}

	/** Choices that differ from what holds. */
	Map<AccountId, DoubtPolicy> changed() {
		Map<AccountId, DoubtPolicy> changed = new LinkedHashMap<>();
		combos.forEach((id, combo) -> {
			DoubtPolicy chosen = ORDER.get(combo.getSelectionIndex());
			if (chosen != before.get(id)) {
				changed.put(id, chosen);
			}
		});
		return changed;
	}

	/** What is chosen holds from now on. */
	void applied() {
		before.putAll(changed());
	}
}
