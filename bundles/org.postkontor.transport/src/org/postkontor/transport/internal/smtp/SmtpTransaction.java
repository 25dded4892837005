package org.postkontor.transport.internal.smtp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.MessagingException;

import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.SendOutcome;
import org.postkontor.transport.SendOutcome.RecipientResult;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.Watchdog;

/** One mail, from MAIL to the answer to the final dot. The outcome follows from the phase reached and from replies. */
final class SmtpTransaction {
	private final JournalingSmtpTransport transport;
	private final EndpointProblems problems;
	private final SmtpOutcomes outcomes;
	private final OutgoingMessage message;
	private final List<String> recipients;
	private final HandOver handOver;
	private final SmtpBody body;
	private final Map<String, RecipientResult> results = new LinkedHashMap<>();
	/** True while the dialogue stands at a place where another mail could begin. */
	private boolean intact;

	SmtpTransaction(JournalingSmtpTransport transport, EndpointProblems problems, OutgoingMessage message, List<String> recipients,
			HandOver handOver, Watchdog watchdog, SmtpDeadlines deadlines) {
		this.transport = transport;
		this.problems = problems;
		this.outcomes = new SmtpOutcomes(problems, message.envelope().sender());
		this.message = message;
		this.recipients = recipients;
		this.handOver = handOver;
		this.body = new SmtpBody(message, watchdog, deadlines.block());
	}

	SendOutcome run() {
		try {
			SmtpAbilities abilities = new SmtpAbilities(transport, problems);
			Optional<Problem> obstacle = abilities.obstacle(message, recipients);
			if (obstacle.isPresent()) {
				intact = true;
				return new SendOutcome.NotSent(obstacle.get());
			}
			return envelope(abilities.mail(message));
		} catch (MessagingException e) {
			return new SendOutcome.NotSent(problems.of(e));
		} catch (IOException e) {
			intact = true;
			return content();
		}
	}

	/** Whether the connection is good for another mail. */
	boolean isIntact() {
		return intact && !problems.isOurs();
	}

	private SendOutcome envelope(String mail) throws MessagingException {
		SmtpReply reply = transport.exchange(mail);
		if (!reply.isPositive()) {
			return refused(reply);
		}
		for (String recipient : recipients) {
			SmtpReply answer = transport.exchange("RCPT TO:<" + recipient + ">");
			boolean aboutRecipient = (answer.isPositive() || answer.isTransient() || answer.isPermanent()) && !answer.isGoodbye()
					&& !answer.isAboutAuthentication();
			if (!aboutRecipient) {
				return refused(answer);
			}
			results.put(recipient, outcomes.recipient(answer));
		}
		if (results.values().stream().noneMatch(RecipientResult.Accepted.class::isInstance)) {
			intact = transport.reset();
			return outcomes.noRecipient(results);
		}
		return data();
	}

	private SendOutcome data() throws MessagingException {
		DotStuffing out;
		try {
			out = transport.startData();
		} catch (MessagingException e) {
			SmtpReply reply = transport.lastReply();
			return reply.equals(SmtpReply.NONE) ? new SendOutcome.NotSent(problems.of(e)) : refused(reply);
		}
		try {
			body.writeTo(out, handOver);
		} catch (SmtpBody.ContentException e) {
			return content();
		} catch (IOException e) {
			return cutInBody(e);
		}
		return end();
	}

	/** A server that refuses in the middle of the body may say why before it hangs up (as Postfix reads it, too). */
	private SendOutcome cutInBody(IOException failure) {
		if (!problems.isOurs()) {
			SmtpReply words = transport.lastWords();
			if (words.isTransient() || words.isPermanent()) {
				return outcomes.refusal(words, recipients);
			}
		}
		return new SendOutcome.NotSent(problems.of(failure));
	}

	private SendOutcome end() {
		Problem failure = problems.odd("");
		try {
			transport.endData(handOver);
		} catch (MessagingException e) {
			failure = problems.of(e);
		} catch (IOException | RuntimeException e) {
			failure = problems.of(e);
		}
		if (!transport.boundaryPassed()) {
			return new SendOutcome.NotSent(
					problems.of("transport.journal", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE).detail("cause", failure.id()));
		}
		SmtpReply reply = transport.lastReply();
		intact = !reply.isGoodbye() && !reply.isAboutAuthentication() && (reply.isPositive() || reply.isTransient() || reply.isPermanent());
		return outcomes.afterBoundary(reply, results, failure);
	}

	private SendOutcome refused(SmtpReply reply) {
		boolean ordinary = (reply.isTransient() || reply.isPermanent()) && !reply.isGoodbye() && !reply.isAboutAuthentication();
		intact = ordinary && transport.reset();
		return outcomes.refusal(reply, recipients);
	}

	private SendOutcome content() {
		return new SendOutcome.NotSent(problems.of("transport.content", ProblemKind.STORAGE, Fixer.USER, Remedy.REPORT));
	}
}
