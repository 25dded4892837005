package org.postkontor.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.testkit.CrashPoints;

class CrashPointsTest {

	@Test
	void endsTheVmAtTheNthHitOfTheLabel() {
		List<Integer> status = new ArrayList<>();
		CrashPoints points = new CrashPoints("boundary", 2, null, status::add);
		points.hit("boundary");
		points.hit("other");
		assertEquals(List.of(), status);
		points.hit("boundary");
		assertEquals(List.of(CrashPoints.STATUS), status);
	}

	@Test
	void recordsEveryLabelInAFileBeforeTheCrash(@TempDir Path folder) throws Exception {
		Path record = folder.resolve("labels");
		CrashPoints points = new CrashPoints("", 1, record, status -> { });
		points.hit("accept");
		points.hit("boundary");
		assertEquals(List.of("accept", "boundary"), Files.readAllLines(record));
		assertEquals(List.of("accept", "boundary"), points.hits());
	}
}
