using Nuke.Common;
using Slipway.Components;
using Slipway.Workflows;

// 200 targets in ten groups, of which 40 have a job; each group stands on the first one, and ends in a workflow.
partial class Build
{
    Target T000 => _ => _.Executes(() => { });
    Target T001 => _ => _.DependsOn(T000).Executes(() => { });
    Target T002 => _ => _.DependsOn(T001).Executes(() => { });
    Target T003 => _ => _.DependsOn(T002).Executes(() => { });
    [Job]
    Target T004 => _ => _.DependsOn(T003).Produces(RootDirectory / "out" / "004" / "*").Executes(() => { });
    Target T005 => _ => _.DependsOn(T004).Executes(() => { });
    Target T006 => _ => _.DependsOn(T005).Executes(() => { });
    Target T007 => _ => _.DependsOn(T006, T000).Executes(() => { });
    Target T008 => _ => _.DependsOn(T007, T001).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T009 => _ => _.DependsOn(T008, T002).Produces(RootDirectory / "out" / "009" / "*").Consumes(T004).Executes(() => { });
    Target T010 => _ => _.DependsOn(T009, T003).Executes(() => { });
    Target T011 => _ => _.DependsOn(T010, T004).Executes(() => { });
    Target T012 => _ => _.DependsOn(T011, T005).Executes(() => { });
    Target T013 => _ => _.DependsOn(T012, T006).Executes(() => { });
    [Job]
    Target T014 => _ => _.DependsOn(T013, T007).Produces(RootDirectory / "out" / "014" / "*").Consumes(T009).Executes(() => { });
    Target T015 => _ => _.DependsOn(T014, T008).Executes(() => { });
    Target T016 => _ => _.DependsOn(T015, T009).Executes(() => { });
    Target T017 => _ => _.DependsOn(T016, T010).Executes(() => { });
    Target T018 => _ => _.DependsOn(T017, T011).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T019 => _ => _.DependsOn(T018, T012).Produces(RootDirectory / "out" / "019" / "*").Consumes(T014).Executes(() => { });
    Target T020 => _ => _.DependsOn(T019).Executes(() => { });
    Target T021 => _ => _.DependsOn(T020).Executes(() => { });
    Target T022 => _ => _.DependsOn(T021).Executes(() => { });
    Target T023 => _ => _.DependsOn(T022).Executes(() => { });
    [Job]
    Target T024 => _ => _.DependsOn(T023).Produces(RootDirectory / "out" / "024" / "*").Executes(() => { });
    Target T025 => _ => _.DependsOn(T024).Executes(() => { });
    Target T026 => _ => _.DependsOn(T025).Executes(() => { });
    Target T027 => _ => _.DependsOn(T026, T020).Executes(() => { });
    Target T028 => _ => _.DependsOn(T027, T021).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T029 => _ => _.DependsOn(T028, T022).Produces(RootDirectory / "out" / "029" / "*").Consumes(T024).Executes(() => { });
    Target T030 => _ => _.DependsOn(T029, T023).Executes(() => { });
    Target T031 => _ => _.DependsOn(T030, T024).Executes(() => { });
    Target T032 => _ => _.DependsOn(T031, T025).Executes(() => { });
    Target T033 => _ => _.DependsOn(T032, T026).Executes(() => { });
    [Job]
    Target T034 => _ => _.DependsOn(T033, T027).Produces(RootDirectory / "out" / "034" / "*").Consumes(T029).Executes(() => { });
    Target T035 => _ => _.DependsOn(T034, T028).Executes(() => { });
    Target T036 => _ => _.DependsOn(T035, T029).Executes(() => { });
    Target T037 => _ => _.DependsOn(T036, T030).Executes(() => { });
    Target T038 => _ => _.DependsOn(T037, T031).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T039 => _ => _.DependsOn(T038, T032).Produces(RootDirectory / "out" / "039" / "*").Consumes(T034).Executes(() => { });
    Target T040 => _ => _.DependsOn(T019).Executes(() => { });
    Target T041 => _ => _.DependsOn(T040).Executes(() => { });
    Target T042 => _ => _.DependsOn(T041).Executes(() => { });
    Target T043 => _ => _.DependsOn(T042).Executes(() => { });
    [Job]
    Target T044 => _ => _.DependsOn(T043).Produces(RootDirectory / "out" / "044" / "*").Executes(() => { });
    Target T045 => _ => _.DependsOn(T044).Executes(() => { });
    Target T046 => _ => _.DependsOn(T045).Executes(() => { });
    Target T047 => _ => _.DependsOn(T046, T040).Executes(() => { });
    Target T048 => _ => _.DependsOn(T047, T041).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T049 => _ => _.DependsOn(T048, T042).Produces(RootDirectory / "out" / "049" / "*").Consumes(T044).Executes(() => { });
    Target T050 => _ => _.DependsOn(T049, T043).Executes(() => { });
    Target T051 => _ => _.DependsOn(T050, T044).Executes(() => { });
    Target T052 => _ => _.DependsOn(T051, T045).Executes(() => { });
    Target T053 => _ => _.DependsOn(T052, T046).Executes(() => { });
    [Job]
    Target T054 => _ => _.DependsOn(T053, T047).Produces(RootDirectory / "out" / "054" / "*").Consumes(T049).Executes(() => { });
    Target T055 => _ => _.DependsOn(T054, T048).Executes(() => { });
    Target T056 => _ => _.DependsOn(T055, T049).Executes(() => { });
    Target T057 => _ => _.DependsOn(T056, T050).Executes(() => { });
    Target T058 => _ => _.DependsOn(T057, T051).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T059 => _ => _.DependsOn(T058, T052).Produces(RootDirectory / "out" / "059" / "*").Consumes(T054).Executes(() => { });
    Target T060 => _ => _.DependsOn(T019).Executes(() => { });
    Target T061 => _ => _.DependsOn(T060).Executes(() => { });
    Target T062 => _ => _.DependsOn(T061).Executes(() => { });
    Target T063 => _ => _.DependsOn(T062).Executes(() => { });
    [Job]
    Target T064 => _ => _.DependsOn(T063).Produces(RootDirectory / "out" / "064" / "*").Executes(() => { });
    Target T065 => _ => _.DependsOn(T064).Executes(() => { });
    Target T066 => _ => _.DependsOn(T065).Executes(() => { });
    Target T067 => _ => _.DependsOn(T066, T060).Executes(() => { });
    Target T068 => _ => _.DependsOn(T067, T061).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T069 => _ => _.DependsOn(T068, T062).Produces(RootDirectory / "out" / "069" / "*").Consumes(T064).Executes(() => { });
    Target T070 => _ => _.DependsOn(T069, T063).Executes(() => { });
    Target T071 => _ => _.DependsOn(T070, T064).Executes(() => { });
    Target T072 => _ => _.DependsOn(T071, T065).Executes(() => { });
    Target T073 => _ => _.DependsOn(T072, T066).Executes(() => { });
    [Job]
    Target T074 => _ => _.DependsOn(T073, T067).Produces(RootDirectory / "out" / "074" / "*").Consumes(T069).Executes(() => { });
    Target T075 => _ => _.DependsOn(T074, T068).Executes(() => { });
    Target T076 => _ => _.DependsOn(T075, T069).Executes(() => { });
    Target T077 => _ => _.DependsOn(T076, T070).Executes(() => { });
    Target T078 => _ => _.DependsOn(T077, T071).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T079 => _ => _.DependsOn(T078, T072).Produces(RootDirectory / "out" / "079" / "*").Consumes(T074).Executes(() => { });
    Target T080 => _ => _.DependsOn(T019).Executes(() => { });
    Target T081 => _ => _.DependsOn(T080).Executes(() => { });
    Target T082 => _ => _.DependsOn(T081).Executes(() => { });
    Target T083 => _ => _.DependsOn(T082).Executes(() => { });
    [Job]
    Target T084 => _ => _.DependsOn(T083).Produces(RootDirectory / "out" / "084" / "*").Executes(() => { });
    Target T085 => _ => _.DependsOn(T084).Executes(() => { });
    Target T086 => _ => _.DependsOn(T085).Executes(() => { });
    Target T087 => _ => _.DependsOn(T086, T080).Executes(() => { });
    Target T088 => _ => _.DependsOn(T087, T081).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T089 => _ => _.DependsOn(T088, T082).Produces(RootDirectory / "out" / "089" / "*").Consumes(T084).Executes(() => { });
    Target T090 => _ => _.DependsOn(T089, T083).Executes(() => { });
    Target T091 => _ => _.DependsOn(T090, T084).Executes(() => { });
    Target T092 => _ => _.DependsOn(T091, T085).Executes(() => { });
    Target T093 => _ => _.DependsOn(T092, T086).Executes(() => { });
    [Job]
    Target T094 => _ => _.DependsOn(T093, T087).Produces(RootDirectory / "out" / "094" / "*").Consumes(T089).Executes(() => { });
    Target T095 => _ => _.DependsOn(T094, T088).Executes(() => { });
    Target T096 => _ => _.DependsOn(T095, T089).Executes(() => { });
    Target T097 => _ => _.DependsOn(T096, T090).Executes(() => { });
    Target T098 => _ => _.DependsOn(T097, T091).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T099 => _ => _.DependsOn(T098, T092).Produces(RootDirectory / "out" / "099" / "*").Consumes(T094).Executes(() => { });
    Target T100 => _ => _.DependsOn(T019).Executes(() => { });
    Target T101 => _ => _.DependsOn(T100).Executes(() => { });
    Target T102 => _ => _.DependsOn(T101).Executes(() => { });
    Target T103 => _ => _.DependsOn(T102).Executes(() => { });
    [Job]
    Target T104 => _ => _.DependsOn(T103).Produces(RootDirectory / "out" / "104" / "*").Executes(() => { });
    Target T105 => _ => _.DependsOn(T104).Executes(() => { });
    Target T106 => _ => _.DependsOn(T105).Executes(() => { });
    Target T107 => _ => _.DependsOn(T106, T100).Executes(() => { });
    Target T108 => _ => _.DependsOn(T107, T101).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T109 => _ => _.DependsOn(T108, T102).Produces(RootDirectory / "out" / "109" / "*").Consumes(T104).Executes(() => { });
    Target T110 => _ => _.DependsOn(T109, T103).Executes(() => { });
    Target T111 => _ => _.DependsOn(T110, T104).Executes(() => { });
    Target T112 => _ => _.DependsOn(T111, T105).Executes(() => { });
    Target T113 => _ => _.DependsOn(T112, T106).Executes(() => { });
    [Job]
    Target T114 => _ => _.DependsOn(T113, T107).Produces(RootDirectory / "out" / "114" / "*").Consumes(T109).Executes(() => { });
    Target T115 => _ => _.DependsOn(T114, T108).Executes(() => { });
    Target T116 => _ => _.DependsOn(T115, T109).Executes(() => { });
    Target T117 => _ => _.DependsOn(T116, T110).Executes(() => { });
    Target T118 => _ => _.DependsOn(T117, T111).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T119 => _ => _.DependsOn(T118, T112).Produces(RootDirectory / "out" / "119" / "*").Consumes(T114).Executes(() => { });
    Target T120 => _ => _.DependsOn(T019).Executes(() => { });
    Target T121 => _ => _.DependsOn(T120).Executes(() => { });
    Target T122 => _ => _.DependsOn(T121).Executes(() => { });
    Target T123 => _ => _.DependsOn(T122).Executes(() => { });
    [Job]
    Target T124 => _ => _.DependsOn(T123).Produces(RootDirectory / "out" / "124" / "*").Executes(() => { });
    Target T125 => _ => _.DependsOn(T124).Executes(() => { });
    Target T126 => _ => _.DependsOn(T125).Executes(() => { });
    Target T127 => _ => _.DependsOn(T126, T120).Executes(() => { });
    Target T128 => _ => _.DependsOn(T127, T121).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T129 => _ => _.DependsOn(T128, T122).Produces(RootDirectory / "out" / "129" / "*").Consumes(T124).Executes(() => { });
    Target T130 => _ => _.DependsOn(T129, T123).Executes(() => { });
    Target T131 => _ => _.DependsOn(T130, T124).Executes(() => { });
    Target T132 => _ => _.DependsOn(T131, T125).Executes(() => { });
    Target T133 => _ => _.DependsOn(T132, T126).Executes(() => { });
    [Job]
    Target T134 => _ => _.DependsOn(T133, T127).Produces(RootDirectory / "out" / "134" / "*").Consumes(T129).Executes(() => { });
    Target T135 => _ => _.DependsOn(T134, T128).Executes(() => { });
    Target T136 => _ => _.DependsOn(T135, T129).Executes(() => { });
    Target T137 => _ => _.DependsOn(T136, T130).Executes(() => { });
    Target T138 => _ => _.DependsOn(T137, T131).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T139 => _ => _.DependsOn(T138, T132).Produces(RootDirectory / "out" / "139" / "*").Consumes(T134).Executes(() => { });
    Target T140 => _ => _.DependsOn(T019).Executes(() => { });
    Target T141 => _ => _.DependsOn(T140).Executes(() => { });
    Target T142 => _ => _.DependsOn(T141).Executes(() => { });
    Target T143 => _ => _.DependsOn(T142).Executes(() => { });
    [Job]
    Target T144 => _ => _.DependsOn(T143).Produces(RootDirectory / "out" / "144" / "*").Executes(() => { });
    Target T145 => _ => _.DependsOn(T144).Executes(() => { });
    Target T146 => _ => _.DependsOn(T145).Executes(() => { });
    Target T147 => _ => _.DependsOn(T146, T140).Executes(() => { });
    Target T148 => _ => _.DependsOn(T147, T141).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T149 => _ => _.DependsOn(T148, T142).Produces(RootDirectory / "out" / "149" / "*").Consumes(T144).Executes(() => { });
    Target T150 => _ => _.DependsOn(T149, T143).Executes(() => { });
    Target T151 => _ => _.DependsOn(T150, T144).Executes(() => { });
    Target T152 => _ => _.DependsOn(T151, T145).Executes(() => { });
    Target T153 => _ => _.DependsOn(T152, T146).Executes(() => { });
    [Job]
    Target T154 => _ => _.DependsOn(T153, T147).Produces(RootDirectory / "out" / "154" / "*").Consumes(T149).Executes(() => { });
    Target T155 => _ => _.DependsOn(T154, T148).Executes(() => { });
    Target T156 => _ => _.DependsOn(T155, T149).Executes(() => { });
    Target T157 => _ => _.DependsOn(T156, T150).Executes(() => { });
    Target T158 => _ => _.DependsOn(T157, T151).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T159 => _ => _.DependsOn(T158, T152).Produces(RootDirectory / "out" / "159" / "*").Consumes(T154).Executes(() => { });
    Target T160 => _ => _.DependsOn(T019).Executes(() => { });
    Target T161 => _ => _.DependsOn(T160).Executes(() => { });
    Target T162 => _ => _.DependsOn(T161).Executes(() => { });
    Target T163 => _ => _.DependsOn(T162).Executes(() => { });
    [Job]
    Target T164 => _ => _.DependsOn(T163).Produces(RootDirectory / "out" / "164" / "*").Executes(() => { });
    Target T165 => _ => _.DependsOn(T164).Executes(() => { });
    Target T166 => _ => _.DependsOn(T165).Executes(() => { });
    Target T167 => _ => _.DependsOn(T166, T160).Executes(() => { });
    Target T168 => _ => _.DependsOn(T167, T161).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T169 => _ => _.DependsOn(T168, T162).Produces(RootDirectory / "out" / "169" / "*").Consumes(T164).Executes(() => { });
    Target T170 => _ => _.DependsOn(T169, T163).Executes(() => { });
    Target T171 => _ => _.DependsOn(T170, T164).Executes(() => { });
    Target T172 => _ => _.DependsOn(T171, T165).Executes(() => { });
    Target T173 => _ => _.DependsOn(T172, T166).Executes(() => { });
    [Job]
    Target T174 => _ => _.DependsOn(T173, T167).Produces(RootDirectory / "out" / "174" / "*").Consumes(T169).Executes(() => { });
    Target T175 => _ => _.DependsOn(T174, T168).Executes(() => { });
    Target T176 => _ => _.DependsOn(T175, T169).Executes(() => { });
    Target T177 => _ => _.DependsOn(T176, T170).Executes(() => { });
    Target T178 => _ => _.DependsOn(T177, T171).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T179 => _ => _.DependsOn(T178, T172).Produces(RootDirectory / "out" / "179" / "*").Consumes(T174).Executes(() => { });
    Target T180 => _ => _.DependsOn(T019).Executes(() => { });
    Target T181 => _ => _.DependsOn(T180).Executes(() => { });
    Target T182 => _ => _.DependsOn(T181).Executes(() => { });
    Target T183 => _ => _.DependsOn(T182).Executes(() => { });
    [Job]
    Target T184 => _ => _.DependsOn(T183).Produces(RootDirectory / "out" / "184" / "*").Executes(() => { });
    Target T185 => _ => _.DependsOn(T184).Executes(() => { });
    Target T186 => _ => _.DependsOn(T185).Executes(() => { });
    Target T187 => _ => _.DependsOn(T186, T180).Executes(() => { });
    Target T188 => _ => _.DependsOn(T187, T181).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T189 => _ => _.DependsOn(T188, T182).Produces(RootDirectory / "out" / "189" / "*").Consumes(T184).Executes(() => { });
    Target T190 => _ => _.DependsOn(T189, T183).Executes(() => { });
    Target T191 => _ => _.DependsOn(T190, T184).Executes(() => { });
    Target T192 => _ => _.DependsOn(T191, T185).Executes(() => { });
    Target T193 => _ => _.DependsOn(T192, T186).Executes(() => { });
    [Job]
    Target T194 => _ => _.DependsOn(T193, T187).Produces(RootDirectory / "out" / "194" / "*").Consumes(T189).Executes(() => { });
    Target T195 => _ => _.DependsOn(T194, T188).Executes(() => { });
    Target T196 => _ => _.DependsOn(T195, T189).Executes(() => { });
    Target T197 => _ => _.DependsOn(T196, T190).Executes(() => { });
    Target T198 => _ => _.DependsOn(T197, T191).Executes(() => { });
    [Job]
    [RunsOn(Runner.Ubuntu2404)]
    [RunsOn(Runner.MacOs15)]
    Target T199 => _ => _.DependsOn(T198, T192).Produces(RootDirectory / "out" / "199" / "*").Consumes(T194).Executes(() => { });
}
