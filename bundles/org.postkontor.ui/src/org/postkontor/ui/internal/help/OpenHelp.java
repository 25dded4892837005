package org.postkontor.ui.internal.help;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;
import org.postkontor.ui.internal.UiContext;

/** Opens the help in the system browser; says where it is if there is none. */
public record OpenHelp(UiContext context, Supplier<@Nullable Shell> shell) {
	public void open() {
		context.background().startQuietly(HelpMessages.job, monitor -> page(), page -> {
			if (!page.opened()) {
				MessageDialog.openInformation(shell.get(), HelpMessages.noBrowserTitle, NLS.bind(HelpMessages.noBrowser, Path.of(page.file())));
			}
		}, context.problems()::show);
	}

	private record Page(URI file, boolean opened) {
	}

	private Page page() {
		try {
			URI file = FileLocator.toFileURL(FrameworkUtil.getBundle(OpenHelp.class).getEntry(HelpMessages.page)).toURI();
			return new Page(file, context.services().browser().open(file));
		} catch (IOException | URISyntaxException e) {
			throw new IllegalStateException("help page", e);
		}
	}
}
