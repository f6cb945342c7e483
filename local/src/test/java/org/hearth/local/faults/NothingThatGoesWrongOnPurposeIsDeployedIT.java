package org.hearth.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.hearth.local.RunningHearth;
import org.junit.jupiter.api.Test;

class NothingThatGoesWrongOnPurposeIsDeployedIT {
    @Test
    void neitherInTheArchiveNorInALibraryInIt() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile archive = new ZipFile(RunningHearth.root().resolve("functions/lambda/target/hearth.zip").toFile())) {
            for (ZipEntry entry : archive.stream().toList()) {
                names.add(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    names.addAll(inside(archive.getInputStream(entry)));
                }
            }
        }
        assertThat(names).contains("org/hearth/lambda/Wiring.class", "org/hearth/forum/Change.class");
        assertThat(names).noneMatch(name -> name.contains("org/hearth/local") || name.matches(".*/(FaultyEndpoint|InvocationCookies|MovableClock|Soak).*"));
    }

    private static List<String> inside(InputStream jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar.readAllBytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
