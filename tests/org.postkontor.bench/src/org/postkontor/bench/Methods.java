package org.postkontor.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.postkontor.message.Draft;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.message.internal.TolerantMessageReader;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.ServerText;

/** Methods that run for each mail. Freezing includes forcing the file to disk, as it must. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class Methods {
	private static final int MANY = 100;
	private static final int MANY_CHARACTERS = 100_000;

	private final MessageComposer composer = Corpus.composer();
	private Path folder;
	private Draft text;
	private Draft toMany;
	private Draft attachment;
	private OutgoingMessage frozen;
	private byte[] unix;
	private int made;

	/** Below the working directory, which is the checkout: not in a file system in memory. */
	@Setup
	public void prepare() throws IOException, ProblemException {
		folder = Files.createTempDirectory(Files.createDirectories(Path.of(".build").toAbsolutePath()), "methods-");
		text = Corpus.draft();
		toMany = Corpus.draft(Office.recipients(MANY), List.of());
		attachment = Corpus.draft(Office.recipients(1), List.of(Corpus.attachment(folder, 5)));
		frozen = Corpus.freeze(folder);
		unix = Files.readAllBytes(Corpus.unix(frozen, folder));
	}

	@TearDown
	public void clean() throws IOException {
		new TemporaryFolder(folder).close();
	}

	private long freeze(Draft draft) throws ProblemException, IOException {
		Path target = folder.resolve("m" + made++ + ".eml");
		long size = composer.freeze(draft, target, null).size();
		Files.delete(target);
		return size;
	}

	@Benchmark
	public long freezeTextOf20Kb() throws ProblemException, IOException {
		return freeze(text);
	}

	@Benchmark
	public long freezeTextTo100Recipients() throws ProblemException, IOException {
		return freeze(toMany);
	}

	@Benchmark
	public long freezeAttachmentOf5Mb() throws ProblemException, IOException {
		return freeze(attachment);
	}

	/** Line ends of Unix become CRLF, the header is checked. */
	@Benchmark
	public long freezeCompleteMessageOf20Kb() throws ProblemException, IOException {
		Path target = folder.resolve("m" + made++ + ".eml");
		long size = composer.freeze(() -> new ByteArrayInputStream(unix), frozen.envelope(), target, null).size();
		Files.delete(target);
		return size;
	}

	@Benchmark
	public String readTextOf20Kb() throws IOException {
		try (InputStream in = frozen.content().open()) {
			return new TolerantMessageReader().text(in, MANY_CHARACTERS);
		}
	}

	@Benchmark
	public String cleanReply() {
		return ServerText.clean("250 2.0.0 OK queued as 4F1A2B3C\u202e  for delivery");
	}
}
