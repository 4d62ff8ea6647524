package dev.baton.local.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of every module on the class path of these tests, without their tests. */
final class ProductionClasses {
  private ProductionClasses() {}

  static JavaClasses read() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.baton");
  }
}
