package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.name.InterfaceVersion;
import dev.witloof.name.PlainName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {

    @ParameterizedTest
    @CsvSource({
        "get, get, Get, GET",
        "list-keys, listKeys, ListKeys, LIST_KEYS",
        "URL, url, Url, URL",
        "get-URL, getUrl, GetUrl, GET_URL",
        "URL-of-DB, urlOfDb, UrlOfDb, URL_OF_DB",
        "a, a, A, A",
        "x-Y-z, xYZ, XYZ, X_Y_Z",
        "v2-of-3d, v2Of3d, V2Of3d, V2_OF_3D",
        "sha-256, sha256, Sha256, SHA_256",
        "I, i, I, I",
    })
    void wordsAreJoined(String label, String member, String type, String constant) {
        assertThat(JavaNames.member(label)).isEqualTo(member);
        assertThat(JavaNames.type(label)).isEqualTo(type);
        assertThat(JavaNames.constant(label)).isEqualTo(constant);
        assertThat(JavaNames.exception(label)).isEqualTo(type + "Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "default, default_",
        "CLASS, class_",
        "null, null_",
        "notify, notify_",
        "to-string, toString_",
        "get-class, getClass_",
        "hash-CODE, hashCode_",
        "close, close",
        "record, record",
        "default-value, defaultValue",
    })
    void takenNamesGetAnUnderscore(String label, String member) {
        assertThat(JavaNames.member(label)).isEqualTo(member);
    }

    @Test
    void everyKeywordGetsAnUnderscore() {
        for (String word : List.of("goto", "const", "strictfp", "true", "enum", "assert", "instanceof", "while")) {
            assertThat(SourceVersion.isKeyword(word)).isTrue();
            assertThat(JavaNames.member(word)).isEqualTo(word + "_");
            assertThat(JavaNames.packageName("acme:" + word, Optional.empty())).isEqualTo("acme." + word + "_");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "put-all, putAll",
        "wait, wait_",
        "close, close",
        "[constructor]bucket, newBucket",
        "[constructor]DB-handle, newDbHandle",
        "[static]bucket.from, bucketFrom",
        "[static]bucket.notify, bucketNotify",
        "[static]class.new, classNew",
        "[method]bucket.get-many, getMany",
        "[method]bucket.new, new_",
        "[method]bucket.close, close_",
    })
    void functionsOfResources(String function, String method) {
        assertThat(JavaNames.method(PlainName.parse(function))).isEqualTo(method);
    }

    @Test
    void aNestedTypeIsNotCalledLikeOneAroundIt() {
        assertThat(JavaNames.nestedType("store", List.of("Store"))).isEqualTo("Store_");
        assertThat(JavaNames.nestedType("error", List.of("Store", "Error"))).isEqualTo("Error_");
        assertThat(JavaNames.nestedType("bucket", List.of("Store"))).isEqualTo("Bucket");
    }

    @ParameterizedTest
    @CsvSource({
        "acme:shop, 1.2.0, acme.shop.v1_2_0",
        "acme:shop, 0.2.0-rc.1, acme.shop.v0_2_0_rc_1",
        "wasi:keyvalue, 0.2.0-draft, wasi.keyvalue.v0_2_0_draft",
        "my-org:big-shop, 1.0.0+Build.7, my_org.big_shop.v1_0_0_build_7",
        "acme:shop, 1, acme.shop.v1",
        "acme:shop, , acme.shop",
        "a:b:c, , a.b.c",
        "import:new, , import_.new_",
    })
    void packages(String witPackage, String version, String name) {
        assertThat(JavaNames.packageName(
                        witPackage, Optional.ofNullable(version).flatMap(InterfaceVersion::read)))
                .isEqualTo(name);
    }
}
