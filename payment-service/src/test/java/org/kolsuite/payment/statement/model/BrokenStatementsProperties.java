package org.kolsuite.payment.statement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.payment.statement.model.StatementRejection.FileIsNoBankStatement;
import org.kolsuite.platform.testing.RealInput;

/** Real statements with bytes and elements broken, and files made to fill the memory: read with what is wrong said, or refused by name. */
class BrokenStatementsProperties {
    private static final String SUBITE = "bank-statements/Subite-eu__camt-to-coda/example-files/CAMT/";
    private static final String HEAD =
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>1</Id>";
    private static final String FOOT = "</Stmt></BkToCstmrStmt></Document>";
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</Ntry>",
            "<Ntry>",
            "<Amt Ccy=\"XXX\">",
            "<Amt Ccy=\"\">",
            "<Amt>",
            "-1",
            "1e999999999",
            "0.001",
            "99999999999999999999999",
            "<Dt>0000-00-00</Dt>",
            "<Dt>+999999999-12-31</Dt>",
            "&#x0;",
            "&lol;",
            "<![CDATA[",
            "<!DOCTYPE x [<!ENTITY lol \"lol\">]>",
            "<?xml version=\"9\"?>",
            "\0",
            "\uFFFE",
            "CRDT",
            "<CdtDbtInd>X</CdtDbtInd>");

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aBrokenStatementIsReadOrRefusedByName(@ForAll("broken") byte[] content) {
        try {
            assertThat(CamtReader.read(new ByteArrayInputStream(content))).isNotEmpty();
        } catch (Rejection refused) {
            assertThat(refused.detail()).isNotBlank();
        }
    }

    @Example
    void f6_anEntryOfMillionsOfElementsIsRefused() {
        assertThatThrownBy(() -> CamtReader.read(repeated("<Ntry>", "<NtryDtls/>", 2_000_000, "</Ntry>")))
                .isInstanceOf(FileIsNoBankStatement.class)
                .hasMessageContaining("larger");
    }

    @Example
    void f6_aTextThatFillsTheMemoryIsRefused() {
        assertThatThrownBy(() -> CamtReader.read(
                        repeated("<Ntry><AddtlNtryInf>", "information ", 3_000_000, "</AddtlNtryInf></Ntry>")))
                .isInstanceOf(FileIsNoBankStatement.class)
                .hasMessageContaining("larger");
    }

    @Example
    void f6_millionsOfEmptyEntriesAreRefused() {
        assertThatThrownBy(() -> CamtReader.read(repeated("", "<Ntry/>", 1_000_000, "")))
                .isInstanceOf(FileIsNoBankStatement.class)
                .hasMessageContaining("entries");
    }

    @Example
    void f6_batchesOfHundredsOfThousandsOfLinesAreRefused() {
        String details = "<TxDtls><Amt Ccy=\"EUR\">1</Amt></TxDtls>".repeat(10_000);
        String batch = "<Ntry><Amt Ccy=\"EUR\">10000</Amt><CdtDbtInd>DBIT</CdtDbtInd><NtryDtls>" + details
                + "</NtryDtls></Ntry>";

        assertThatThrownBy(() -> CamtReader.read(repeated(batch.repeat(20), "", 1_000, "")))
                .isInstanceOf(FileIsNoBankStatement.class)
                .hasMessageContaining("entries");
    }

    @Provide
    Arbitrary<byte[]> broken() {
        List<byte[]> real = List.of(
                RealInput.bytes(SUBITE + "LT625883379695428516/CAMT_053/2024-03-07.xml"),
                RealInput.bytes(SUBITE + "LT625883379695428516/CAMT_053/2024-03-08.xml"),
                RealInput.bytes(SUBITE + "LT625883379695428516/CAMT_053/2024-04-02.xml"));
        return Arbitraries.randomValue(random -> broken(real.get(random.nextInt(real.size())), random));
    }

    /** Some bytes changed, pieces put in before an element or anywhere, a stretch doubled or left out, the end cut off. */
    private static byte[] broken(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 2; i--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(300));
            bytes = switch (random.nextInt(6)) {
                case 0 -> {
                    bytes[at] = (byte) random.nextInt(128);
                    yield bytes;
                }
                case 1, 2 -> {
                    int place = random.nextBoolean() ? at : nextValue(bytes, at);
                    byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                    yield joined(Arrays.copyOf(bytes, place), piece, Arrays.copyOfRange(bytes, place, bytes.length));
                }
                case 3 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
                case 4 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
                default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            };
        }
        return bytes;
    }

    /** Where the next element's content begins, so that the file stays well-formed. */
    private static int nextValue(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '>') {
            at++;
        }
        return Math.min(bytes.length, at + 1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A statement with something in it so many times, which nobody has to hold. */
    private static InputStream repeated(String before, String what, int times, String after) {
        int block = 1_000;
        byte[] many = what.repeat(block).getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(Collections.enumeration(Stream.of(
                        Stream.of((HEAD + before).getBytes(StandardCharsets.UTF_8)),
                        IntStream.range(0, times / block).mapToObj(any -> many),
                        Stream.of((after + FOOT).getBytes(StandardCharsets.UTF_8)))
                .flatMap(part -> part)
                .map(ByteArrayInputStream::new)
                .toList()));
    }
}
