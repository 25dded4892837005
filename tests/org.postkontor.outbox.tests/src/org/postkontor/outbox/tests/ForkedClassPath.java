package org.postkontor.outbox.tests;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plain class path of exactly what the outbox needs, whether this VM runs OSGi or not. */
final class ForkedClassPath {
	private ForkedClassPath() {
	}

	static String of(Class<?> main) {
		Stream<Class<?>> needed = Stream.of(main, org.postkontor.outbox.Outbox.class, org.postkontor.message.Draft.class,
				org.postkontor.account.Account.class, org.postkontor.auth.Credential.class, org.postkontor.transport.MailSender.class,
				org.postkontor.problem.Problem.class, org.postkontor.store.Database.class, org.postkontor.testkit.Wait.class, org.postkontor.fakes.FakeBroker.class,
				org.sqlite.JDBC.class, com.google.gson.Gson.class, org.slf4j.Logger.class, org.eclipse.core.runtime.IProgressMonitor.class, jakarta.mail.Part.class, jakarta.activation.DataSource.class);
		return needed.map(ForkedClassPath::location).distinct().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
	}

	/** A bundle that is used from its project says where the project is, not where the classes are. */
	private static Path location(Class<?> type) {
		String location = type.getProtectionDomain().getCodeSource().getLocation().toString().replaceFirst("^reference:", "");
		Path base = Path.of(URI.create(location.replace(" ", "%20")));
		String classFile = type.getName().replace('.', '/') + ".class";
		return Stream.of(base, base.resolve("target/classes"), base.resolve("bin"))
				.filter(folder -> !Files.isDirectory(base) || Files.exists(folder.resolve(classFile))).findFirst().orElse(base);
	}
}
