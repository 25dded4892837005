package org.postkontor.ui.internal.prompt;

import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.auth.SignInPrompt.ForeignHosts;

/** Asks whether a sign-in may be used at servers that are none of its provider's; nothing is the default. Completes the answer when it closes. */
public final class ForeignHostsDialog extends MessageDialog {
	private static final int APPROVE = 0;
	private static final int REFUSE = 1;

	private final CompletableFuture<Boolean> answer;

	public ForeignHostsDialog(@Nullable Shell parent, ForeignHosts foreign, CompletableFuture<Boolean> answer) {
		super(parent, PromptMessages.hostsTitle, null,
				NLS.bind(PromptMessages.hostsMessage, new Object[] { foreign.provider(), foreign.principal(), String.join("\n", foreign.hosts()) }), WARNING,
				REFUSE, PromptMessages.hostsApprove, PromptMessages.hostsRefuse);
		this.answer = answer;
		setBlockOnOpen(false);
	}

	@Override
	protected void buttonPressed(int button) {
		answer.complete(button == APPROVE);
		super.buttonPressed(button);
	}

	@Override
	public boolean close() {
		answer.complete(false); // does nothing once there is an answer
		return super.close();
	}
}
