/**
 * Today's posts and who holds them. All people are invented. One block per unit: a line `@UNIT`, then
 * number | full name | sex | birth date | status | held since | title | role | flags | peer group,
 * flags: L lãnh đạo, quản lý; C tiếp xúc người dân, doanh nghiệp.
 */
export const rosterText = `
@DU
001|Trần Quốc Thắng|male|1974-04-12|cadre|2025-07-01|Bí thư Đảng ủy|head|L|KEY
002|Nguyễn Thị Minh Nguyệt|female|1978-09-03|cadre|2025-07-01|Phó Bí thư Thường trực Đảng ủy|deputy|L|KEY

@DU-VP
003|Hoàng Kim Tuấn|male|1980-02-17|civil_servant|2025-07-01|Chánh Văn phòng Đảng ủy|head|L|HEAD
004|Lê Thị Thúy|female|1985-11-28|civil_servant|2025-07-01|Phó Chánh Văn phòng Đảng ủy|deputy|L|DEP
005|Phan Thanh Bình|male|1988-06-06|civil_servant|2025-07-01|Chuyên viên tổng hợp|staff||PRT
006|Nguyễn Thị Hòa|female|1990-03-21|civil_servant|2025-07-01|Chuyên viên văn thư, lưu trữ|staff||PRT
007|Cáp Xuân Tá|male|1983-12-09|civil_servant|2025-07-01|Chuyên viên tài chính đảng|staff||PRT
008|Võ Thị Diệu Ánh|female|1992-07-14|civil_servant|2025-07-01|Chuyên viên cơ yếu, công nghệ thông tin|staff||PRT
009|Trương Đình Ơn|male|1979-01-30|civil_servant|2025-07-01|Chuyên viên tiếp công dân, nội chính|staff|C|PRT

@DU-XD
010|Đào Mạnh Hùng|male|1977-08-19|civil_servant|2025-07-01|Trưởng Ban Xây dựng Đảng|head|L|HEAD
011|Thái Thị Hồng Vân|female|1984-05-25|civil_servant|2025-07-01|Phó Trưởng Ban Xây dựng Đảng|deputy|L|DEP
012|Nguyễn Văn Hùng|male|1986-10-11|civil_servant|2025-07-01|Chuyên viên tổ chức – cán bộ|staff||PRT
013|Lê Thị Khánh Huyền|female|1991-04-04|civil_servant|2025-07-01|Chuyên viên tổ chức đảng, đảng viên|staff||PRT
014|Hồ Văn Đao|male|1989-09-16|civil_servant|2025-07-01|Chuyên viên dân vận, dân tộc|staff|C|PRT
015|Mai Xuân Thưởng|male|1982-02-08|civil_servant|2025-07-01|Chuyên viên tuyên giáo|staff||PRT
016|Trần Thị Như Quỳnh|female|1995-12-01|civil_servant|2025-07-01|Chuyên viên lý luận chính trị, khoa giáo|staff||PRT

@DU-KT
017|Bùi Hữu Nghĩa|male|1976-03-27|cadre|2025-07-01|Chủ nhiệm Ủy ban Kiểm tra Đảng ủy|head|L|KEY
018|Dương Thị Lan Phương|female|1983-07-07|civil_servant|2025-07-01|Phó Chủ nhiệm Ủy ban Kiểm tra Đảng ủy|deputy|L|DEP
019|Nguyễn Hữu Đức|male|1987-05-18|civil_servant|2025-07-01|Chuyên viên kiểm tra, giám sát|staff||PRT
020|Lê Quang Duy|male|1990-10-29|civil_servant|2025-07-01|Chuyên viên giải quyết đơn thư đảng|staff|C|PRT
021|Phạm Thị Ngọc Yến|female|1993-08-13|civil_servant|2025-07-01|Chuyên viên tổng hợp kiểm tra|staff||PRT

@DU-CT
022|Ngô Văn Chiến|male|1979-06-15|public_employee|2025-07-01|Giám đốc Trung tâm Chính trị|head|L|PUB
023|Lương Thị Thanh Tâm|female|1986-01-22|public_employee|2025-07-01|Giảng viên|staff||PUB
024|Đoàn Minh Ý|male|1994-04-09|public_employee|2025-07-01|Giáo vụ|staff||PUB

@HDND
025|Văn Thị Hải Hà|female|1980-11-11|cadre|2025-07-01|Phó Chủ tịch Hội đồng nhân dân xã|deputy|L|KEY

@HDND-PC
026|Nguyễn Đăng Khoa|male|1985-02-26|cadre|2025-07-01|Phó Trưởng Ban Pháp chế (chuyên trách)|deputy|L|KEY

@HDND-KX
027|Lê Thị Bích Hạnh|female|1984-08-30|cadre|2025-07-01|Phó Trưởng Ban Kinh tế – Xã hội (chuyên trách)|deputy|L|KEY

@UBND
028|Phan Thị Thu Hiền|female|1979-10-05|cadre|2025-07-01|Chủ tịch Ủy ban nhân dân xã|head|L|KEY
029|Hoàng Đức Thiện|male|1977-12-24|cadre|2025-07-01|Phó Chủ tịch Ủy ban nhân dân xã (khối kinh tế)|deputy|L|KEY
030|Trần Thị Mỹ Lệ|female|1982-06-18|cadre|2025-07-01|Phó Chủ tịch Ủy ban nhân dân xã (khối văn hóa – xã hội)|deputy|L|KEY

@UBND-VP
031|Lê Hữu Phước|male|1978-03-02|civil_servant|2025-07-01|Chánh Văn phòng|head|LC|HEAD
032|Nguyễn Thị Hoài Thương|female|1984-09-20|civil_servant|2025-07-01|Phó Chánh Văn phòng|deputy|LC|DEP
033|Võ Văn Quyết|male|1981-05-12|civil_servant|2025-07-01|Phó Chánh Văn phòng|deputy|LC|DEP
034|Trần Thị Kim Oanh|female|1989-01-08|civil_servant|2025-07-01|Chuyên viên tư pháp – hộ tịch|staff|C|OFF
035|Nguyễn Anh Tuấn|male|1987-04-23|civil_servant|2025-07-01|Chuyên viên tư pháp – chứng thực|staff|C|OFF
036|Lê Thị Cẩm Nhung|female|1992-10-17|civil_servant|2025-07-01|Chuyên viên văn thư, lưu trữ|staff||OFF
037|Hồ Thị Dao|female|1990-02-14|civil_servant|2025-07-01|Chuyên viên tổng hợp, thi đua – khen thưởng|staff||OFF
038|Đặng Quốc Bảo|male|1988-07-26|civil_servant|2025-07-01|Chuyên viên chuyển đổi số, công nghệ thông tin|staff||OFF
039|Tạ Thị Quỳnh Như|female|1994-05-05|civil_servant|2025-07-01|Chuyên viên kế toán|staff||OFF
040|Phan Văn Đạt|male|1983-11-19|civil_servant|2025-07-01|Chuyên viên tiếp công dân, khiếu nại, tố cáo|staff|C|OFF
041|Nguyễn Thị Hoa|female|1986-08-08|civil_servant|2025-07-01|Chuyên viên giúp việc Hội đồng nhân dân|staff||OFF
042|Đào Mạnh Cường|male|1991-12-12|civil_servant|2026-08-17|Chuyên viên tổng hợp kinh tế – xã hội|staff||OFF

@UBND-KT
043|Bùi Quang Vinh|male|1979-07-01|civil_servant|2025-07-01|Trưởng phòng|head|LC|HEAD
044|Nguyễn Thị Thanh Nhàn|female|1983-03-16|civil_servant|2025-07-01|Phó Trưởng phòng (tài chính – kế hoạch)|deputy|LC|DEP
045|Trương Công Định|male|1980-09-09|civil_servant|2025-07-01|Phó Trưởng phòng (nông nghiệp, môi trường)|deputy|LC|DEP
046|Lê Văn Tài|male|1985-06-21|civil_servant|2025-07-01|Chuyên viên địa chính, đất đai|staff|C|ECO
047|Hoàng Thị Thùy Linh|female|1991-01-27|civil_servant|2025-07-01|Chuyên viên địa chính, đất đai|staff|C|ECO
048|Nguyễn Xuân Trường|male|1984-04-18|civil_servant|2025-07-01|Chuyên viên xây dựng, quy hoạch|staff|C|ECO
049|Phạm Đình Chương|male|1982-10-02|civil_servant|2025-07-01|Chuyên viên giao thông, hạ tầng|staff||ECO
050|Võ Thị Ngọc Ánh|female|1990-06-30|civil_servant|2025-07-01|Chuyên viên tài chính – ngân sách|staff||ECO
051|Trần Thị Hoàng Oanh|female|1987-12-15|civil_servant|2025-07-01|Chuyên viên kế hoạch – đầu tư công|staff||ECO
052|Hồ Xuân Lợi|male|1986-02-03|civil_servant|2025-07-01|Chuyên viên trồng trọt, bảo vệ thực vật|staff|C|ECO
053|Lê Đức Anh|male|1993-09-24|civil_servant|2025-07-01|Chuyên viên chăn nuôi, thú y|staff|C|ECO
054|Nguyễn Thị Thảo Vy|female|1996-03-11|civil_servant|2026-08-01|Chuyên viên môi trường|staff||ECO
055|Mai Văn Sỹ|male|1981-08-06|civil_servant|2025-07-01|Chuyên viên thủy lợi, phòng chống thiên tai|staff||ECO
056|Đoàn Thị Phương Thảo|female|1989-05-29|civil_servant|2025-07-01|Chuyên viên đăng ký kinh doanh, thương mại|staff|C|ECO
057|Đào Văn Mạnh|male|1988-11-03|civil_servant|2025-07-01|Chuyên viên nông thôn mới, giảm nghèo|staff|C|ECO
058|Cao Thị Hồng Gấm|female|1992-04-26|civil_servant|2025-07-01|Chuyên viên khoa học, công nghệ, OCOP|staff||ECO

@UBND-VX
059|Nguyễn Hồng Sơn|male|1978-05-20|civil_servant|2025-07-01|Trưởng phòng|head|LC|HEAD
060|Lê Thị Ái Vân|female|1984-10-13|civil_servant|2025-07-01|Phó Trưởng phòng (nội vụ, giáo dục)|deputy|LC|DEP
061|Phan Đình Long|male|1982-01-15|civil_servant|2025-07-01|Phó Trưởng phòng (văn hóa, y tế)|deputy|LC|DEP
062|Nguyễn Thị Hoà|female|1988-12-20|civil_servant|2025-07-01|Chuyên viên nội vụ, cải cách hành chính|staff||SOC
063|Trần Văn Thuận|male|1986-07-03|civil_servant|2025-07-01|Chuyên viên giáo dục mầm non, tiểu học|staff||SOC
064|Hoàng Thị Mai Trang|female|1990-09-09|civil_servant|2025-07-01|Chuyên viên giáo dục trung học cơ sở|staff||SOC
065|Lê Thị Thuý|female|1991-02-18|civil_servant|2025-07-01|Chuyên viên y tế, dân số|staff|C|SOC
066|Võ Minh Nhật|male|1989-06-12|civil_servant|2025-07-01|Chuyên viên văn hóa, thể thao|staff||SOC
067|Nguyễn Thị Diễm My|female|1993-11-07|civil_servant|2025-07-01|Chuyên viên gia đình, du lịch|staff||SOC
068|Hồ Thị Ka Nua|female|1992-01-01|civil_servant|2025-07-01|Chuyên viên dân tộc, tôn giáo|staff|C|SOC
069|Trần Đăng Ninh|male|1985-08-27|civil_servant|2025-07-01|Chuyên viên người có công|staff|C|SOC
070|Bùi Thị Lệ Quyên|female|1987-03-08|civil_servant|2025-07-01|Chuyên viên bảo trợ xã hội|staff|C|SOC
071|Đào Mạnh Tú|male|1990-05-31|civil_servant|2025-07-01|Chuyên viên việc làm, an toàn lao động|staff|C|SOC
072|Lê Thị Hương|female|1994-10-22|civil_servant|2025-07-01|Chuyên viên thông tin, truyền thông|staff||SOC
073|Thái Văn Phúc|male|1983-04-14|civil_servant|2025-07-01|Chuyên viên trẻ em, bình đẳng giới|staff||SOC
074|Nguyễn Quỳnh Giao|female|1995-06-25|civil_servant|2025-07-01|Chuyên viên thi đua, công tác thanh niên|staff||SOC

@UBND-HC
075|Hoàng Thị Lan Anh|female|1985-09-30|civil_servant|2025-07-01|Phó Giám đốc Trung tâm Phục vụ hành chính công|deputy|LC|DEP
076|Nguyễn Tiến Đạt|male|1990-12-04|civil_servant|2025-07-01|Chuyên viên tiếp nhận hồ sơ tư pháp – hộ tịch|staff|C|OFF
077|Trần Thị Phượng|female|1988-03-23|civil_servant|2025-07-01|Chuyên viên tiếp nhận hồ sơ đất đai, xây dựng|staff|C|OFF
078|Lê Minh Hoàng|male|1992-08-16|civil_servant|2025-07-01|Chuyên viên hỗ trợ dịch vụ công trực tuyến|staff|C|OFF
079|Phạm Thị Xuân Mai|female|1986-02-28|civil_servant|2025-07-01|Chuyên viên tiếp nhận hồ sơ xã hội|staff|C|OFF
080|Võ Thị Thu Thủy|female|1991-07-19|civil_servant|2025-07-01|Chuyên viên kiểm soát thủ tục hành chính|staff|C|OFF
081|Đinh Công Tráng|male|1984-11-25|civil_servant|2025-07-01|Chuyên viên tiếp nhận hồ sơ kinh tế|staff|C|OFF

@UBND-QS
082|Trương Quang Hòa|male|1981-04-30|civil_servant|2025-07-01|Chỉ huy trưởng|head|L|HEAD
083|Hồ Sỹ Nguyên|male|1988-10-08|civil_servant|2025-07-01|Phó Chỉ huy trưởng|deputy|L|DEP
084|Nguyễn Văn Rin|male|1996-05-17|part_time_worker|2025-07-01|Trợ lý Ban Chỉ huy Quân sự|staff||VIL

@UBND-DV
085|Lê Cảnh Toàn|male|1980-12-19|public_employee|2025-10-01|Giám đốc|head|L|PUB
086|Nguyễn Thị Bảo Ngọc|female|1987-01-05|public_employee|2025-10-01|Phó Giám đốc|deputy|L|PUB
087|Trần Hữu Lực|male|1989-04-02|public_employee|2025-10-01|Viên chức khuyến nông|staff|C|PUB
088|Hoàng Văn Thái|male|1985-09-12|public_employee|2025-10-01|Viên chức quản lý công trình công cộng|staff||PUB
089|Phan Thị Ngọc Bích|female|1992-06-09|public_employee|2025-10-01|Viên chức văn hóa, thư viện|staff|C|PUB
090|Đào Thị Mãn|female|1990-11-30|public_employee|2025-10-01|Viên chức truyền thanh|staff||PUB
091|Lê Quốc Khánh|male|1993-09-02|public_employee|2025-10-01|Viên chức môi trường, đô thị|staff||PUB
092|Nguyễn Thị Mỹ Hạnh|female|1988-07-28|public_employee|2025-10-01|Kế toán|staff||PUB

@UBND-YT
093|Trần Viết Dũng|male|1976-08-14|public_employee|2025-10-01|Trưởng trạm Y tế|head|LC|PUB
094|Hồ Thị Xoan|female|1989-03-19|public_employee|2025-10-01|Điều dưỡng|staff|C|PUB
095|Lê Thị Tường Vi|female|1994-02-10|public_employee|2025-10-01|Dân số viên|staff|C|PUB

@MTTQ
096|Nguyễn Đức Hạnh|male|1976-01-18|cadre|2025-07-01|Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã|head|L|KEY
097|Lê Thị Tuyết Trinh|female|1989-08-21|civil_servant|2025-07-01|Chuyên viên tổng hợp Mặt trận|staff|C|PRT
098|Phan Nhật Tân|male|1987-10-10|civil_servant|2025-07-01|Chuyên viên dân chủ, giám sát, phản biện|staff|C|PRT
099|Trần Thị Thanh Xuân|female|1991-05-03|civil_servant|2025-07-01|Chuyên viên phong trào, an sinh xã hội|staff|C|PRT

@MTTQ-ND
100|Võ Đình Quang|male|1979-09-27|cadre|2025-07-01|Chủ tịch Hội Nông dân|head|L|KEY
101|Nguyễn Thị Như Ý|female|1993-12-16|civil_servant|2025-07-01|Chuyên viên Hội Nông dân|staff|C|PRT

@MTTQ-PN
102|Hoàng Thị Bảo Châu|female|1982-07-20|cadre|2025-07-01|Chủ tịch Hội Liên hiệp Phụ nữ|head|L|KEY
103|Lê Thị Hương|female|1990-04-13|civil_servant|2025-07-01|Chuyên viên Hội Liên hiệp Phụ nữ|staff|C|PRT

@MTTQ-TN
104|Bùi Anh Khôi|male|1992-03-26|cadre|2025-07-01|Bí thư Đoàn Thanh niên|head|L|KEY
105|Nguyễn Thị Ngọc Trâm|female|1997-09-18|civil_servant|2025-07-01|Chuyên viên Đoàn Thanh niên|staff|C|PRT

@MTTQ-CB
106|Nguyễn Văn Hùng|male|1971-12-22|cadre|2025-07-01|Chủ tịch Hội Cựu chiến binh|head|L|KEY
107|Trần Quang Sáng|male|1984-06-11|civil_servant|2025-07-01|Chuyên viên Hội Cựu chiến binh|staff|C|PRT

@T-NGHIA-HY
108|Lê Bá Đông|male|1968-02-12|part_time_worker|2025-07-01|Trưởng thôn|head||VIL
109|Nguyễn Thị Xuyến|female|1972-10-20|part_time_worker|2025-07-01|Trưởng Ban công tác Mặt trận thôn|staff||VIL

@T-HAU-VIEN
110|Hoàng Ngọc Lâm|male|1970-05-08|part_time_worker|2025-07-01|Trưởng thôn|head||VIL

@T-PHAN-XA
111|Trần Duy Tiến|male|1975-09-14|part_time_worker|2025-07-01|Trưởng thôn|head||VIL
112|Phan Thị Gái|female|1969-03-03|part_time_worker|2025-07-01|Trưởng Ban công tác Mặt trận thôn|staff||VIL

@T-TAN-DINH
113|Nguyễn Khắc Hiếu|male|1980-01-25|part_time_worker|2025-07-01|Trưởng thôn|head||VIL

@T-MAI-LOC-1
114|Võ Tá Sinh|male|1966-07-07|part_time_worker|2025-07-01|Trưởng thôn|head||VIL
115|Lê Thị Én|female|1974-11-29|part_time_worker|2025-07-01|Trưởng Ban công tác Mặt trận thôn|staff||VIL

@T-MAI-LOC-2
116|Dương Mạnh Đạo|male|1978-08-02|part_time_worker|2025-07-01|Trưởng thôn|head||VIL

@T-DINH-SON
117|Thái Tăng Lộc|male|1973-04-21|part_time_worker|2025-07-01|Trưởng thôn|head||VIL
118|Hồ Thị Mười|female|1977-06-16|part_time_worker|2025-07-01|Trưởng Ban công tác Mặt trận thôn|staff||VIL

@T-HOAN-CAT
119|Lê Đình Út|male|1971-10-31|part_time_worker|2025-07-01|Trưởng thôn|head||VIL
120|Trần Thị Bưởi|female|1976-12-06|part_time_worker|2025-07-01|Trưởng Ban công tác Mặt trận thôn|staff||VIL
`

/** Posts held beside the first one: person | unit | title | role | flags | peer group | since. */
export const concurrentText = `
001|HDND|Chủ tịch Hội đồng nhân dân xã|head|L|KEY|2025-07-01
028|DU|Phó Bí thư Đảng ủy|deputy|L|KEY|2025-07-01
030|UBND-HC|Giám đốc Trung tâm Phục vụ hành chính công|head|LC|KEY|2025-07-01
010|HDND-PC|Trưởng Ban Pháp chế (kiêm nhiệm)|head|L|HEAD|2025-07-01
003|HDND-KX|Trưởng Ban Kinh tế – Xã hội (kiêm nhiệm)|head|L|HEAD|2025-07-01
100|MTTQ|Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã, phụ trách Hội Nông dân|deputy|L|KEY|2025-07-01
102|MTTQ|Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã, phụ trách Hội Liên hiệp Phụ nữ|deputy|L|KEY|2025-07-01
104|MTTQ|Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã, phụ trách Đoàn Thanh niên|deputy|L|KEY|2025-07-01
106|MTTQ|Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã, phụ trách Hội Cựu chiến binh|deputy|L|KEY|2025-07-01
019|DU-XD|Chuyên viên bảo vệ chính trị nội bộ (kiêm nhiệm)|staff||PRT|2025-09-01
080|UBND-VP|Chuyên viên đầu mối kiểm soát thủ tục hành chính (kiêm nhiệm)|staff|C|OFF|2025-10-15
`

/** Posts held earlier: person | unit | title | role | flags | peer group | from | to | status. */
export const historyText = `
042|UBND-KT|Chuyên viên thống kê, tổng hợp|staff||ECO|2025-07-01|2026-08-16|civil_servant
001|HUYEN-CAM-LO|Phó Bí thư Thường trực Huyện ủy|deputy|L|KEY|2020-08-01|2025-06-30|cadre
002|HUYEN-BTC|Trưởng Ban Tổ chức Huyện ủy|head|L|KEY|2020-08-15|2025-06-30|cadre
003|HUYEN-VP|Phó Chánh Văn phòng Huyện ủy|deputy|L|DEP|2019-03-01|2025-06-30|civil_servant
010|HUYEN-BTC|Phó Trưởng Ban Tổ chức Huyện ủy|deputy|L|DEP|2018-10-01|2025-06-30|civil_servant
012|HUYEN-BTC|Chuyên viên|staff||PRT|2014-04-01|2025-06-30|civil_servant
028|HUYEN-UBND|Phó Chủ tịch Ủy ban nhân dân huyện|deputy|L|KEY|2021-07-01|2025-06-30|cadre
029|TT-CAM-LO|Chủ tịch Ủy ban nhân dân thị trấn|head|L|KEY|2016-06-20|2025-06-30|cadre
030|HUYEN-NV|Trưởng phòng Nội vụ|head|LC|HEAD|2019-05-01|2025-06-30|civil_servant
043|HUYEN-NNMT|Trưởng phòng Nông nghiệp và Môi trường|head|LC|HEAD|2025-03-01|2025-06-30|civil_servant
046|XA-CAM-THANH-HUYEN|Công chức Địa chính – nông nghiệp – xây dựng và môi trường|staff|C|ECO|2012-05-01|2025-06-30|civil_servant
034|XA-CAM-CHINH|Công chức Tư pháp – Hộ tịch|staff|C|OFF|2015-09-01|2025-06-30|civil_servant
048|XA-CAM-THANH-NGANG|Công chức Địa chính – nông nghiệp – xây dựng và môi trường|staff|C|ECO|2011-01-01|2019-12-31|civil_servant
048|XA-THANH-AN|Công chức Địa chính – nông nghiệp – xây dựng và môi trường|staff|C|ECO|2020-01-01|2025-06-30|civil_servant
057|XA-CAM-AN|Công chức Văn hóa – xã hội|staff|C|SOC|2013-08-01|2019-12-31|civil_servant
057|XA-THANH-AN|Công chức Văn hóa – xã hội|staff|C|SOC|2020-01-01|2025-06-30|civil_servant
096|XA-CAM-NGHIA|Bí thư Đảng ủy xã|head|L|KEY|2015-05-01|2025-06-30|cadre
082|XA-CAM-NGHIA|Chỉ huy trưởng Ban Chỉ huy Quân sự xã|staff||OFF|2010-07-01|2025-06-30|civil_servant
`
