# What `sam build` runs for each function, in a copy of this folder: the content of target/function.zip, without the tests.
build-EditFunction build-BatchFunction:
	mvn -B -q package -Dmaven.test.skip=true
	cp -R target/function/. $(ARTIFACTS_DIR)
