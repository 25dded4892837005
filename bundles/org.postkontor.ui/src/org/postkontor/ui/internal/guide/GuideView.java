package org.postkontor.ui.internal.guide;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.postkontor.auth.guide.Guide;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.ui.internal.AccessibleName;
import org.postkontor.ui.internal.Icon;
import org.postkontor.ui.internal.Icons;
import org.postkontor.ui.internal.Paragraph;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.problem.ClipboardText;

/** A guide: warning first, then numbered steps with their pages to open and texts to copy; scrolls. */
public final class GuideView {
	private static final int WIDTH = 430;
	private static final int LINE = 40;

	private final UiContext context;
	private final ScrolledComposite scrolled;
	private Optional<Consumer<String>> instead = Optional.empty();

	public GuideView(Composite parent, UiContext context) {
		this.context = context;
		scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		scrolled.getVerticalBar().setIncrement(LINE);
		scrolled.setShowFocusedControl(true);
		scrolled.addListener(SWT.Resize, e -> measure());
	}

	/** Without layout data. */
	public Control control() {
		return scrolled;
	}

	/** Offers the provider that a guide recommends instead; told its id. */
	public void onInstead(Consumer<String> task) {
		instead = Optional.of(task);
	}

	public void show(Guide guide) {
		clear();
		Composite steps = new Composite(scrolled, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).margins(2, 2).applyTo(steps);
		Label title = wrapped(steps, guide.title(), 2);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		guide.warning().ifPresent(warning -> warn(steps, warning));
		guide.instead().flatMap(context.services().providers()::description).ifPresent(provider -> offer(steps, provider));
		if (!guide.summary().isEmpty()) {
			wrapped(steps, guide.summary(), 2);
		}
		for (int i = 0; i < guide.steps().size(); i++) {
			step(steps, i + 1, guide.steps().get(i));
		}
		scrolled.setContent(steps);
		measure();
		scrolled.setOrigin(0, 0);
	}

	public void clear() {
		Control content = scrolled.getContent();
		if (content != null) {
			content.dispose();
		}
	}

	private void warn(Composite steps, String text) {
		Label icon = new Label(steps, SWT.NONE);
		icon.setImage(new Icons(icon).get(Icon.WARNING));
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.TOP).applyTo(icon);
		wrapped(steps, text, 1);
	}

	private void offer(Composite steps, ProviderDescription provider) {
		instead.ifPresent(task -> {
			Button button = new Button(steps, SWT.PUSH);
			button.setText(NLS.bind(GuideMessages.instead, provider.label().replace("&", "&&")));
			GridDataFactory.swtDefaults().span(2, 1).applyTo(button);
			button.addListener(SWT.Selection, e -> task.accept(provider.id()));
		});
	}

	private void step(Composite steps, int number, Guide.Step step) {
		Label label = new Label(steps, SWT.NONE);
		label.setText(number + ".");
		GridDataFactory.swtDefaults().align(SWT.END, SWT.TOP).applyTo(label);
		Composite right = new Composite(steps, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 4).applyTo(right);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(right);
		wrapped(right, step.text(), 2);
		step.link().ifPresent(page -> link(right, page));
		step.copy().ifPresent(copy -> copy.lines().filter(l -> !l.isBlank()).forEach(line -> copyable(right, number, line)));
	}

	private void link(Composite parent, URI page) {
		Link link = new Link(parent, SWT.NONE);
		link.setText("<a>" + page.getHost() + "</a>");
		link.setToolTipText(page.toString());
		GridDataFactory.fillDefaults().span(2, 1).applyTo(link);
		link.addListener(SWT.Selection, e -> open(page));
	}

	/** Where no browser can be opened, the link is on the clipboard at least. */
	private void open(URI page) {
		context.background().startQuietly(GuideMessages.jobOpen, monitor -> context.services().browser().open(page), opened -> {
			if (!opened) {
				ClipboardText.copy(scrolled.getDisplay(), page.toString());
			}
		}, context.problems()::show);
	}

	private static void copyable(Composite parent, int number, String value) {
		Text text = new Text(parent, SWT.BORDER | SWT.READ_ONLY | SWT.SINGLE);
		text.setText(value);
		new AccessibleName(NLS.bind(GuideMessages.copyable, number)).of(text);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		Button copy = new Button(parent, SWT.PUSH);
		copy.setText(GuideMessages.copy);
		copy.addListener(SWT.Selection, e -> ClipboardText.copy(parent.getDisplay(), value));
	}

	private void measure() {
		Control content = scrolled.getContent();
		if (content != null) {
			int width = Math.max(1, scrolled.getClientArea().width);
			scrolled.setMinSize(content.computeSize(width, SWT.DEFAULT));
		}
	}

	private static Label wrapped(Composite parent, String text, int span) {
		return new Paragraph(WIDTH, span).in(parent, text);
	}
}
