/** Catalogue, part B.II of the economic division and the culture and society division; same form as the Party part. */
export const divisionsCatalogueText = `
@DD|B.II|UBND-KT|Địa chính – đất đai
Thẩm tra hồ sơ cấp giấy chứng nhận quyền sử dụng đất lần đầu|hồ sơ|60
Thẩm tra hồ sơ chuyển mục đích sử dụng đất|hồ sơ|45
Xác nhận nguồn gốc, hiện trạng sử dụng đất|hồ sơ|30
Trích đo, kiểm tra thực địa thửa đất|thửa|25
Thẩm tra hồ sơ giao đất, cho thuê đất|hồ sơ|70
Lập hồ sơ thu hồi đất|hồ sơ|60
Thông báo thu hồi đất, kiểm đếm|hồ sơ|30
Lập phương án bồi thường, hỗ trợ, tái định cư|phương án|260
Hòa giải tranh chấp đất đai|vụ việc|90
Thống kê đất đai năm|báo cáo|220
Kiểm kê đất đai, lập bản đồ hiện trạng|đợt|400
Chỉnh lý biến động hồ sơ địa chính|hồ sơ|10
Kiểm tra, xử lý vi phạm trong sử dụng đất|vụ việc|70
Rà soát, bổ sung kế hoạch sử dụng đất|đợt|280
Cung cấp thông tin đất đai|lượt|5

@XD|B.II|UBND-KT|Xây dựng, quy hoạch, giao thông
Thẩm định hồ sơ cấp giấy phép xây dựng nhà ở riêng lẻ|hồ sơ|40
Kiểm tra trật tự xây dựng|cuộc|25
Lập biên bản, tham mưu xử lý vi phạm trật tự xây dựng|hồ sơ|60
Lập nhiệm vụ quy hoạch chung xã|hồ sơ|420
Rà soát, điều chỉnh quy hoạch chi tiết|hồ sơ|280
Thẩm định báo cáo kinh tế – kỹ thuật công trình|hồ sơ|140
Giám sát thi công công trình do xã làm chủ đầu tư|tháng|60
Nghiệm thu, bàn giao công trình|công trình|90
Kiểm tra, đề xuất duy tu đường giao thông nông thôn|tuyến|30
Cấp phép sử dụng tạm thời lòng đường, vỉa hè|hồ sơ|15
Cung cấp thông tin quy hoạch|lượt|8
Cập nhật dữ liệu hạ tầng kỹ thuật|công trình|10

@NN|B.II|UBND-KT|Nông nghiệp, thủy lợi
Xây dựng kế hoạch sản xuất vụ|kế hoạch|120
Báo cáo tiến độ sản xuất nông nghiệp tuần|báo cáo|12
Kiểm tra đồng ruộng, dự báo sâu bệnh|cuộc|20
Hướng dẫn xử lý dịch hại cây trồng|lượt|12
Tổ chức tiêm phòng gia súc, gia cầm|đợt|130
Kiểm tra, xử lý ổ dịch động vật|vụ việc|110
Kiểm soát giết mổ, vệ sinh thú y|cuộc|20
Thống kê đàn vật nuôi|báo cáo|40
Xây dựng mô hình sản xuất theo chuỗi liên kết|mô hình|280
Thẩm tra hồ sơ chuyển đổi cơ cấu cây trồng|hồ sơ|20
Thẩm tra hồ sơ hỗ trợ thiệt hại do thiên tai, dịch bệnh|hồ sơ|15
Kiểm tra an toàn hồ đập, kênh mương|công trình|30
Quản lý, bảo vệ rừng: tuần tra, kiểm tra|cuộc|30
Cấp, rà soát mã số vùng trồng|hồ sơ|30
Hồ sơ sản phẩm OCOP|hồ sơ|180

@PT|B.II|UBND-KT|Phòng, chống thiên tai
Xây dựng phương án ứng phó thiên tai theo cấp độ rủi ro|phương án|220
Trực ban phòng, chống thiên tai|ca|10
Tổ chức sơ tán dân|đợt|180
Thống kê, đánh giá thiệt hại do thiên tai|báo cáo|70
Kiểm tra trang thiết bị, vật tư tại chỗ|cuộc|25
Diễn tập phòng, chống thiên tai|cuộc|300

@MO|B.II|UBND-KT|Môi trường, tài nguyên
Thẩm tra hồ sơ đăng ký môi trường|hồ sơ|25
Kiểm tra việc chấp hành bảo vệ môi trường của cơ sở|cuộc|50
Xử lý phản ánh về ô nhiễm môi trường|vụ việc|45
Xây dựng phương án thu gom rác thải sinh hoạt|phương án|140
Ra quân tổng vệ sinh môi trường|đợt|40
Báo cáo công tác bảo vệ môi trường năm|báo cáo|130
Kiểm tra hoạt động khai thác khoáng sản|cuộc|50

@TK|B.II|UBND-KT|Tài chính – kế toán, đầu tư công
Lập dự toán ngân sách xã năm|dự toán|320
Phân bổ, giao dự toán cho đơn vị|đợt|180
Thẩm định dự toán của đơn vị|hồ sơ|50
Báo cáo thu, chi ngân sách tháng|báo cáo|50
Quyết toán ngân sách xã năm|báo cáo|350
Thẩm tra quyết toán dự án hoàn thành|dự án|160
Lập kế hoạch đầu tư công trung hạn|kế hoạch|430
Lập kế hoạch đầu tư công năm|kế hoạch|260
Theo dõi, giải ngân vốn đầu tư công tháng|báo cáo|50
Thẩm định kế hoạch lựa chọn nhà thầu|hồ sơ|90
Công khai ngân sách quý|báo cáo|40
Thẩm định giá, thanh lý tài sản công|hồ sơ|60
Lập lệnh chi tiền, đối chiếu kho bạc|10 chứng từ|40
Lập hồ sơ đấu giá quyền sử dụng đất|hồ sơ|200
Kiểm tra công tác tài chính trường học|cuộc|90

@KD|B.II|UBND-KT|Kinh tế, thương mại, khoa học và công nghệ
Đăng ký hộ kinh doanh|hồ sơ|15
Đăng ký thay đổi, tạm ngừng, chấm dứt hộ kinh doanh|hồ sơ|10
Thẩm tra hồ sơ thành lập hợp tác xã, tổ hợp tác|hồ sơ|50
Kiểm tra sau đăng ký kinh doanh|cuộc|30
Quản lý, kiểm tra chợ|cuộc|25
Kiểm tra an toàn thực phẩm thuộc ngành công thương|cuộc|30
Cấp giấy phép bán lẻ rượu, thuốc lá|hồ sơ|20
Hỗ trợ sản phẩm tham gia sàn thương mại điện tử|sản phẩm|25
Điều tra, thống kê kinh tế|10 phiếu|30
Hướng dẫn đăng ký nhãn hiệu, chỉ dẫn địa lý|hồ sơ|120

@GN|B.II|UBND-KT|Nông thôn mới, giảm nghèo
Rà soát hộ nghèo, hộ cận nghèo năm|đợt|300
Xác nhận hộ nghèo, cận nghèo phát sinh|hồ sơ|12
Thẩm định dự án hỗ trợ phát triển sản xuất|dự án|130
Xây dựng hồ sơ tiêu chí nông thôn mới|tiêu chí|110
Xây dựng hồ sơ xã đạt chuẩn nông thôn mới nâng cao|hồ sơ|480
Kiểm tra tiêu chí thôn kiểu mẫu|thôn|50
Báo cáo kết quả chương trình mục tiêu quốc gia quý|báo cáo|90

@NV|B.II|UBND-VX|Nội vụ, cải cách hành chính
Xây dựng đề án vị trí việc làm|đề án|430
Thẩm định hồ sơ nâng bậc lương|hồ sơ|8
Tham mưu quyết định điều động, biệt phái, nghỉ hưu|hồ sơ|20
Xây dựng kế hoạch biên chế năm|kế hoạch|170
Quản lý hồ sơ công chức, viên chức điện tử|hồ sơ|6
Xây dựng kế hoạch cải cách hành chính năm|kế hoạch|150
Tự chấm điểm chỉ số cải cách hành chính|đợt|260
Kiểm tra công vụ, kỷ luật, kỷ cương hành chính|cuộc|90
Tổng hợp đánh giá, xếp loại công chức, viên chức|đợt|220
Tổ chức bầu cử Trưởng thôn|thôn|60
Quản lý hội, quỹ xã hội|hồ sơ|40
Báo cáo cải cách hành chính quý|báo cáo|70
Lập hồ sơ đề nghị khen thưởng cấp tỉnh|hồ sơ|30
Quản lý, cập nhật địa giới hành chính|hồ sơ|110

@GD|B.II|UBND-VX|Giáo dục
Xây dựng kế hoạch phát triển giáo dục năm học|kế hoạch|220
Giao chỉ tiêu, phân tuyến tuyển sinh|đợt|130
Kiểm tra chuyên môn trường học|cuộc|90
Phổ cập giáo dục, xóa mù chữ: lập hồ sơ|hồ sơ|250
Thẩm định hồ sơ trường đạt chuẩn quốc gia|hồ sơ|240
Thẩm tra hồ sơ chế độ học sinh, trẻ em|hồ sơ|6
Cấp phép nhóm trẻ, lớp mẫu giáo độc lập|hồ sơ|60
Tổ chức hội thi cấp xã|hội thi|140
Cấp bản sao văn bằng từ sổ gốc|10 bản|40
Báo cáo thống kê giáo dục|báo cáo|70
Tham mưu điều động, bố trí viên chức giáo dục|đợt|170
Kiểm tra an toàn trường học, bếp ăn bán trú|cuộc|40

@YT|B.II|UBND-VX|Y tế, dân số
Xây dựng kế hoạch phòng, chống dịch|kế hoạch|90
Kiểm tra an toàn thực phẩm cơ sở dịch vụ ăn uống|cuộc|30
Cấp giấy chứng nhận đủ điều kiện an toàn thực phẩm|hồ sơ|30
Điều tra, xử lý ổ dịch|vụ việc|110
Truyền thông dân số, kế hoạch hóa gia đình|cuộc|40
Báo cáo thống kê y tế tháng|báo cáo|35
Rà soát đối tượng tham gia bảo hiểm y tế|10 hồ sơ|20
Xây dựng hồ sơ xã đạt bộ tiêu chí quốc gia về y tế|hồ sơ|280
Kiểm tra hành nghề y, dược tư nhân|cuộc|45
Lập danh sách khám sức khỏe người cao tuổi|danh sách|30

@VH|B.II|UBND-VX|Văn hóa, thể thao, du lịch
Tổ chức lễ hội, sự kiện văn hóa cấp xã|sự kiện|220
Tổ chức hội thao cấp xã|hội thao|180
Xét công nhận gia đình văn hóa, thôn văn hóa|đợt|130
Lập hồ sơ di tích, di sản văn hóa|hồ sơ|300
Kiểm tra kinh doanh dịch vụ văn hóa|cuộc|40
Cấp phép hoạt động văn hóa, quảng cáo|hồ sơ|20
Trang trí, tuyên truyền trực quan|đợt|50
Xây dựng sản phẩm du lịch cộng đồng|đề án|350
Kiểm tra thiết chế văn hóa thôn|thôn|20
Phòng, chống bạo lực gia đình: xử lý vụ việc|vụ việc|50

@LD|B.II|UBND-VX|Lao động, người có công và xã hội
Thẩm tra hồ sơ hưởng trợ cấp ưu đãi người có công|hồ sơ|30
Thẩm tra hồ sơ mai táng phí|hồ sơ|10
Xác nhận thân nhân liệt sĩ, người có công|hồ sơ|15
Tổ chức thăm, tặng quà dịp 27/7|đợt|150
Quản lý, chỉnh trang nghĩa trang liệt sĩ|đợt|110
Thẩm tra hồ sơ trợ cấp xã hội hằng tháng|hồ sơ|20
Xác định, xác định lại mức độ khuyết tật|hồ sơ|25
Chi trả trợ cấp an sinh xã hội qua tài khoản|tháng|60
Lập hồ sơ trợ giúp xã hội đột xuất|hồ sơ|15
Lập hồ sơ trợ cấp hưu trí xã hội|hồ sơ|15
Điều tra cung – cầu lao động|10 phiếu|20
Tư vấn, giới thiệu việc làm, xuất khẩu lao động|lượt|12
Kiểm tra an toàn, vệ sinh lao động|cuộc|50
Hòa giải tranh chấp lao động|vụ việc|70
Can thiệp, trợ giúp trẻ em có hoàn cảnh đặc biệt|trường hợp|45
Tổ chức Tháng hành động vì trẻ em|đợt|120
Báo cáo công tác bình đẳng giới|báo cáo|60
Lập hồ sơ đưa người vào cơ sở cai nghiện|hồ sơ|80
Hỗ trợ nạn nhân bị mua bán, bạo lực|trường hợp|60

@DT|B.II|UBND-VX|Dân tộc, tôn giáo
Xét chọn, công nhận người có uy tín|đợt|80
Rà soát chính sách dân tộc|báo cáo|110
Thẩm tra hồ sơ đăng ký hoạt động tín ngưỡng, tôn giáo|hồ sơ|40
Nắm tình hình cơ sở tôn giáo, tín ngưỡng|cuộc|30
Gặp mặt chức sắc, người có uy tín|cuộc|50

@TT|B.II|UBND-VX|Thông tin, truyền thông, thanh niên
Biên tập chương trình truyền thanh|chương trình|20
Kiểm tra hệ thống truyền thanh thôn|cụm|10
Xử lý tin giả, thông tin xấu độc|vụ việc|40
Xây dựng kế hoạch truyền thông chính sách|kế hoạch|80
Báo cáo công tác thanh niên|báo cáo|60
Tổ chức đối thoại với thanh niên|cuộc|120
Thi đua chuyên đề: hướng dẫn, tổng hợp|đợt|90
`
