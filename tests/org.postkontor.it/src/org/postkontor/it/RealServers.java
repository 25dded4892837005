package org.postkontor.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postkontor.it.servers.MailUser;
import org.postkontor.it.servers.RealMail;
import org.postkontor.it.servers.RealWorld;

/**
 * Gives test classes the real world, one for all of them: started for the first, ended after the last. Parameters of type
 * {@link RealWorld} and {@link Interop} are filled. Where the servers cannot run, the classes are skipped with the reason.
 */
public final class RealServers implements ExecutionCondition, BeforeAllCallback, ParameterResolver {
	private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(RealServers.class);
	/** Somebody whose mailbox has room for little. */
	static final MailUser FULL = new MailUser("voll@" + RealWorld.DOMAIN, "app-password-of-voll", "userdb_quota_rule=*:storage=64K");
	/** Somebody with an app password. */
	static final MailUser DORA = new MailUser("dora.muster@" + RealWorld.DOMAIN, "app-password-of-dora", "");
	/** Another one. */
	static final MailUser EMIL = new MailUser("emil.muster@" + RealWorld.DOMAIN, "app-password-of-emil", "");

	/** Fetches by POP3. */
	static final MailUser POP = new MailUser("pop.muster@" + RealWorld.DOMAIN, "app-password-of-pop", "");
	/** Fetches by POP3 from several programs, of which some delete. */
	static final MailUser ILSE = new MailUser("ilse.muster@" + RealWorld.DOMAIN, "app-password-of-ilse", "");
	/** Watches her inbox. */
	static final MailUser GERDA = new MailUser("gerda.muster@" + RealWorld.DOMAIN, "app-password-of-gerda", "");
	/** Gets many mails. */
	static final MailUser ARCHIVE = new MailUser("archiv@" + RealWorld.DOMAIN, "app-password-of-archiv", "");

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return new MailServersInstalled().evaluateExecutionCondition(context);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		shared(context);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return List.of(RealWorld.class, Interop.class).contains(parameter.getParameter().getType());
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == RealWorld.class ? shared(context).world : InteropPage.of(context).interop();
	}

	private static Shared shared(ExtensionContext context) {
		return context.getRoot().getStore(SPACE).getOrComputeIfAbsent(Shared.class, key -> Shared.start(InteropPage.of(context).interop()), Shared.class);
	}

	/** One for all test classes of this run. */
	static final class Shared implements AutoCloseable {
		private final RealWorld world;

		private Shared(RealWorld world) {
			this.world = world;
		}

		private static Shared start(Interop interop) {
			try {
				interop.version(RealMail.dovecotVersion());
				interop.version(RealMail.postfixVersion());
				return new Shared(new RealWorld(Files.createTempDirectory("world"), List.of(FULL, DORA, EMIL, POP, ILSE, GERDA, ARCHIVE)));
			} catch (IOException e) {
				throw new java.io.UncheckedIOException(e);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(e);
			}
		}

		@Override
		public void close() throws IOException {
			KeptLogs.keep(world.mail(), "");
			world.close();
			try (Stream<Path> files = Files.walk(world.files())) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}
}
