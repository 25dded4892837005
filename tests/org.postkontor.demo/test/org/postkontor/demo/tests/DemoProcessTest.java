package org.postkontor.demo.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DemoProcessTest {

	@TempDir
	private Path folder;

	private static Process start(String... arguments) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), "org.postkontor.demo.DemoWorld");
		builder.command().addAll(java.util.List.of(arguments));
		return builder.redirectErrorStream(true).start();
	}

	private static void awaitReady(Process process) throws IOException {
		BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()));
		assertEquals("READY", out.readLine());
	}

	@Test
	void endsWhenItsInputEnds() throws Exception {
		Process process = start("--dir", folder.toString());
		awaitReady(process);
		process.getOutputStream().close();
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		assertEquals(0, process.exitValue());
	}

	@Test
	void endsWhenItIsToldTo() throws Exception {
		Process process = start("--dir", folder.toString());
		awaitReady(process);
		process.destroy();
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
	}

	@Test
	void explainsItsUsage() throws Exception {
		Process process = start("--port", "1");
		assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		assertEquals(2, process.exitValue());
	}
}
