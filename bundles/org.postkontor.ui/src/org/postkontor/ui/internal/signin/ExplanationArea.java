package org.postkontor.ui.internal.signin;

import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.postkontor.account.Account;
import org.postkontor.account.Endpoint;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.guide.GuideView;
import org.postkontor.ui.internal.prompt.Visible;

/** What a person should know before the sign-in: rights and reasons, servers; and, in its own place, the guide to an app password. */
final class ExplanationArea {
	private static final Paragraph TEXT = new Paragraph(460);

	private final UiContext context;
	private final Composite composite;
	private final Label intro;
	private final Label hosts;
	private final Link consent;
	private final GuideView guide;
	private Optional<Account> account = Optional.empty();

	/** @param guide shown only while there is one */
	ExplanationArea(Composite parent, UiContext context, GuideView guide, Runnable askAdministrator) {
		this.context = context;
		this.guide = guide;
		composite = new Composite(parent, SWT.NO_FOCUS); // without it, a window that opens gives it the keyboard while it has no link
		GridLayoutFactory.fillDefaults().spacing(8, 8).applyTo(composite);
		intro = TEXT.in(composite);
		hosts = TEXT.in(composite);
		consent = new Link(composite, SWT.NONE);
		consent.setText("<a>" + SignInMessages.consent + "</a>");
		consent.addListener(SWT.Selection, e -> askAdministrator.run());
		GridDataFactory.swtDefaults().exclude(true).applyTo(consent);
		consent.setVisible(false);
	}

	Control control() {
		return composite;
	}

	/** Says at once what is known, and the rest when it was looked up. */
	void show(Account shown) {
		account = Optional.of(shown);
		String servers = shown.endpoints().stream().map(Endpoint::host).distinct().collect(Collectors.joining(", "));
		hosts.setText(NLS.bind(SignInMessages.hosts, servers));
		show(SignInExplanation.first(context.services(), shown));
		context.background().startQuietly(SignInMessages.jobExplain, monitor -> SignInExplanation.complete(context.services(), shown),
				UiContext.whileAlive(composite, full -> {
					if (account.equals(Optional.of(shown))) {
						show(full);
					}
				}), context.problems()::show);
	}

	/** While a person is busy elsewhere, there is room for what to do there. */
	void setDetailed(boolean detailed) {
		if (detailed != intro.getVisible()) {
			new Visible(detailed).of(intro);
			intro.requestLayout();
		}
	}

	private void show(SignInExplanation explanation) {
		String text = explanation.text().replace("&", "&&");
		if (intro.getText().equals(text) && !explanation.consent() && explanation.guide().isEmpty()) {
			return;
		}
		intro.setText(text);
		new Visible(explanation.consent()).of(consent);
		explanation.guide().ifPresentOrElse(guide::show, guide::clear);
		new Visible(explanation.guide().isPresent()).of(guide.control());
		intro.requestLayout();
		guide.control().requestLayout();
	}
}
