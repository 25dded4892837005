package org.postkontor.transport.internal.imap;

import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.ServerText;
import org.postkontor.transport.internal.Throttling;
import org.postkontor.transport.internal.imap.CappedBuffer.TooLarge;

/** What failures of an IMAP connection mean. */
final class ImapFailure {
	private ImapFailure() {
	}

	static ProblemException exception(EndpointProblems problems, Exception failure) {
		return failure instanceof ProblemException known ? known : new ProblemException(of(problems, failure), failure);
	}

	private static Problem of(EndpointProblems problems, Exception failure) {
		if (problems.isOurs()) {
			return problems.of(failure);
		}
		return switch (failure) {
		case TooLarge large -> problems.of("transport.too-much", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.REPORT);
		case CommandFailedException no -> no(problems, no.getResponse());
		case BadCommandException bad -> problems.odd(text(bad.getResponse()));
		case ConnectionException bye -> bye(problems, bye.getResponse());
		case ProtocolException other when other.getResponse() != null -> problems.odd(text(other.getResponse()));
		default -> problems.of(failure);
		};
	}

	private static Problem no(EndpointProblems problems, @Nullable Response response) {
		String text = text(response);
		if (Throttling.isIn(text)) {
			return problems.later(text);
		}
		ProblemKind kind = text.contains("[OVERQUOTA]") ? ProblemKind.QUOTA : ProblemKind.SERVER;
		String id = kind == ProblemKind.QUOTA ? "transport.mailbox-full" : "transport.mailbox";
		return problems.explained(problems.of(id, kind, Fixer.USER, Remedy.RETRY).detail("reply", ServerText.clean(text)), text);
	}

	/** The library makes a BYE of its own from an exception. */
	private static Problem bye(EndpointProblems problems, @Nullable Response response) {
		Exception behind = response == null ? null : response.getException();
		if (behind != null) {
			return problems.of(behind);
		}
		return response == null || response.isSynthetic() ? problems.lost() : problems.later(text(response));
	}

	private static String text(@Nullable Response response) {
		return response == null ? "" : String.valueOf(response.getRest());
	}
}
